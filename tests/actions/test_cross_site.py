"""Which sites may send the public forms."""

import pytest
from django.core import mail

from tests.conftest import Visitor
from tests.people import link, sign, signature_of
from wagtail_campaign.petitions.models import Signature

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://testserver"},
        {"origin": "https://testserver"},
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
    ],
)
def test_a_form_of_the_site_itself_is_taken(client, page, typed, headers):
    assert sign(client, page, typed, headers=headers).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "cross-site", "origin": "null"},
        {"sec-fetch-site": "cross-site", "origin": "http://testserver"},
        {"origin": "https://evil.example"},
        {"origin": "https://testserver.evil.example"},
        {"origin": "https://testserver:8443"},
        {"origin": "https://evil.example@testserver"},
        {"origin": "https://[::1"},
        {"origin": "https://]"},
    ],
)
def test_a_form_of_another_site_is_refused(client, page, typed, headers):
    assert sign(client, page, typed, headers=headers).status_code == 403
    assert not Signature.objects.exists()


def test_a_site_that_is_allowed_may_carry_the_form(client, page, typed, settings):
    settings.WAGTAIL_CAMPAIGN_ALLOWED_ORIGINS = ["partner.example"]
    headers = {"sec-fetch-site": "cross-site", "origin": "https://partner.example"}
    assert sign(client, page, typed, headers=headers).status_code == 303
    headers["origin"] = "https://other.example"
    assert sign(client, page, typed, headers=headers).status_code == 403


@pytest.mark.parametrize("purpose", ["confirm", "disown"])
def test_no_other_site_presses_the_button_of_a_mailed_link(client, page, purpose):
    signature = signature_of(page, confirmed=False)
    path = f"/campaign/{purpose}/{signature.token(purpose)}/"
    assert client.post(path, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    signature.refresh_from_db()
    assert signature.state == "pending"
    assert client.get(path, headers={"sec-fetch-site": "cross-site"}).status_code == 200


def test_django_asks_for_no_token_on_public_forms(page, typed):
    strict = Visitor(enforce_csrf_checks=True)
    assert sign(strict, page, typed).status_code == 303
    assert strict.post(link(mail.outbox[-1])).status_code == 303
