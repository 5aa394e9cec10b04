"""A form that is sent from a frame: the answer stays in it, and the ally is known as its source."""

import pytest
from django.core import mail
from django.urls import reverse

from tests.people import change, errors_of, sign, sign_and_confirm
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.petitions.models import Signature

from .conftest import ALLY, frame_of
from .test_frame import policy

pytestmark = pytest.mark.django_db

FRAMED = {"framed": "1"}


def from_frame(page, query="?via=embed%3Aally.example.org") -> dict[str, str]:
    """What a browser says of a form that stands in the frame."""
    return {
        "referer": f"http://testserver{frame_of(page, query)}",
        "origin": "http://testserver",
        "sec-fetch-site": "same-origin",
    }


def is_in_the_frame(response) -> bool:
    said = response.content.decode()
    return (
        "data-campaign-origins" in said
        and "X-Frame-Options" not in response
        and policy(response)["frame-ancestors"] == ALLY
    )


def test_somebody_signs_and_the_next_step_stays_in_the_frame(client, page, ally, typed):
    answer = sign(client, page, typed | FRAMED, headers=from_frame(page))
    assert answer.status_code == 303
    assert answer.url == f"/campaign/petitions/{page.pk}/check-your-mail/?framed"
    step = client.get(answer.url)
    assert step.status_code == 200 and is_in_the_frame(step)
    assert "One more step: check your mail" in step.content.decode()
    assert len(mail.outbox) == 1


def test_our_script_is_told_of_the_same_step(client, page, ally, typed):
    headers = from_frame(page) | {"prefer": "return=minimal"}
    answer = sign(client, page, typed | FRAMED, headers=headers)
    assert answer.status_code == 204 and answer["Location"].endswith("?framed")


def test_the_ally_is_written_down_as_the_source(client, page, ally, typed):
    sign_and_confirm_in_frame(client, page, typed)
    assert Signature.objects.get().source == "embed:ally.example.org"


def sign_and_confirm_in_frame(client, page, typed):
    assert sign(client, page, typed | FRAMED, headers=from_frame(page)).status_code == 303


@pytest.mark.parametrize(
    "via", ["embed:evil.example", "embed:", "embed:ally.example.org.evil.example", "embed:<b>"]
)
def test_nobody_makes_up_an_ally(client, page, ally, typed, via):
    sign(client, page, typed | FRAMED | {"via": via}, headers=from_frame(page, ""))
    assert Signature.objects.get().source == ""


def test_an_ally_of_another_petition_is_none_of_this_one(client, page, typed):
    sign(client, page, typed | FRAMED, headers=from_frame(page))
    assert Signature.objects.get().source == ""


def test_a_slip_is_shown_in_the_frame_and_the_source_is_kept(client, page, ally, typed):
    again = sign(client, page, typed | FRAMED | {"email": "no"}, headers=from_frame(page))
    assert again.status_code == 422 and is_in_the_frame(again)
    assert errors_of(again) == ["email"]
    said = again.content.decode()
    assert 'name="via" value="embed:ally.example.org"' in said
    assert 'name="framed" value="1"' in said and 'value="Aigul"' in said
    sign_and_confirm(client, page, typed | {"via": "embed:ally.example.org"})
    assert Signature.objects.get().source == "embed:ally.example.org"


def test_a_closed_petition_says_so_in_the_frame(client, page, set_petition, typed):
    set_petition(embed_origins=ALLY, state="paused")
    answer = sign(client, page, typed | FRAMED, headers=from_frame(page))
    assert answer.status_code == 409 and is_in_the_frame(answer)
    assert "Your signature was not recorded." in answer.content.decode()


def test_too_many_forms_are_told_so_in_the_frame(client, page, ally, typed, settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = (1, 600)
    sign(client, page, typed | FRAMED, headers=from_frame(page))
    answer = sign(client, page, typed | FRAMED, headers=from_frame(page))
    assert answer.status_code == 429 and is_in_the_frame(answer) and answer["Retry-After"]


def test_the_page_around_the_frame_sends_no_form_itself(client, page, ally, typed):
    headers = {"origin": ALLY, "sec-fetch-site": "cross-site"}
    assert sign(client, page, typed | FRAMED, headers=headers).status_code == 403
    assert not Signature.objects.exists()


def test_a_sandbox_that_takes_the_origin_away_is_told_so_in_the_frame(client, page, ally, typed):
    """As Chromium sends it from ``sandbox="allow-forms"``."""
    headers = {"origin": "null", "sec-fetch-site": "cross-site"}
    answer = sign(client, page, typed | FRAMED, headers=headers)
    assert answer.status_code == 403 and not Signature.objects.exists()
    assert "X-Frame-Options" not in answer
    assert policy(answer) == {"default-src": "'none'", "frame-ancestors": "*"}
    assert sign(client, page, typed, headers=headers)["X-Frame-Options"] == "DENY"


def test_no_answer_is_let_into_a_frame_where_no_site_may_show_it(client, page, typed):
    answer = sign(client, page, typed | FRAMED | {"email": "no"}, headers=from_frame(page))
    assert policy(answer)["frame-ancestors"] == "'none'"
    step = client.get(reverse("wagtail_campaign:petition_check_mail", args=[page.pk]) + "?framed")
    assert policy(step)["frame-ancestors"] == "'none'"


def test_outside_of_a_frame_all_is_as_it_was(client, page, ally, typed):
    answer = sign(client, page, typed | {"email": "no"})
    assert answer["X-Frame-Options"] == "DENY" and "Content-Security-Policy" not in answer
    assert sign(client, page, typed).url.endswith("/check-your-mail/")


def give(client, page, typed, **more):
    url = reverse("wagtail_campaign:donation_give", args=[page.pk])
    return client.post(url, typed | FRAMED, headers=from_frame(page) | more)


@pytest.fixture
def framed_fund(donation_page, after_commit):
    with after_commit():
        change(donation_page.get_action(), embed_origins=ALLY)
    return donation_page


def test_a_gift_leads_out_of_the_frame(client, stripe, framed_fund, gift_typed):
    for minimal in ({}, {"prefer": "return=minimal"}):
        answer = give(client, framed_fund, gift_typed, **minimal)
        assert answer.status_code == 200 and is_in_the_frame(answer)
        donation = Donation.objects.latest("pk")
        said = answer.content.decode()
        assert f'href="{stripe.address}/' in said and 'target="_top"' in said
        assert f'id="campaign-{framed_fund.pk}"' in said, "where the script puts it"
        assert donation.source == "embed:ally.example.org"
        assert "no-store" in answer["Cache-Control"]


def test_a_slip_in_a_gift_stays_in_it(client, stripe, framed_fund, gift_typed):
    answer = give(client, framed_fund, gift_typed | {"email": "no"})
    assert answer.status_code == 422 and is_in_the_frame(answer)


def test_stripe_that_is_away_is_told_in_the_frame(
    client,
    framed_fund,
    gift_typed,
    settings,
):
    settings.WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = "sk_test_offline"
    settings.WAGTAIL_CAMPAIGN_STRIPE_ADDRESS = "http://127.0.0.1:9"
    answer = give(client, framed_fund, gift_typed)
    assert answer.status_code == 503 and is_in_the_frame(answer)
