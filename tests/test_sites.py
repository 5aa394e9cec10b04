"""Several sites in one database, and a site under a path: every link leads to where it belongs."""

import re

import pytest
from django.core import mail
from django.test.utils import override_script_prefix
from wagtail.models import Page, Site

from tests.people import sign_url
from tests.supporters.visits import work_off
from wagtail_campaign.pages.models import PetitionPage

pytestmark = pytest.mark.django_db

ELSEWHERE = "union.example.org:8443"


@pytest.fixture
def elsewhere(page, home):
    """The petition of a second site, on another host and port."""
    other = home.get_parent().add_child(instance=Page(title="Union", slug="union"))
    host, port = ELSEWHERE.split(":")
    Site.objects.create(hostname=host, port=int(port), root_page=other)
    return other.add_child(instance=PetitionPage(title="Pay them", slug="pay", intro="We ask."))


def links(message) -> set[str]:
    """What the addresses in a mail, text and HTML, begin with."""
    texts = [message.body, message.alternatives[0][0]]
    return set(re.findall(r"https?://[^/\s\"<]+/(?:sub/)?", " ".join(texts)))


def test_links_in_mails_lead_to_the_site_of_the_page(client, page, elsewhere, typed):
    client.post(sign_url(page), typed)
    client.post(sign_url(elsewhere), typed, headers={"host": ELSEWHERE})
    assert [links(message) for message in mail.outbox] == [
        {"http://testserver/"},
        {f"http://{ELSEWHERE}/"},
    ]


def test_a_link_into_my_actions_leads_to_the_site_it_was_asked_on(client, elsewhere, typed):
    client.post(sign_url(elsewhere), typed, headers={"host": ELSEWHERE})
    client.post("/campaign/me/", {"email": typed["email"]}, headers={"host": ELSEWHERE})
    work_off()
    assert links(mail.outbox[-1]) == {f"http://{ELSEWHERE}/"}


def test_a_site_under_a_path_has_the_path_in_form_answer_and_mail(client, page, typed):
    with override_script_prefix("/sub/"):
        shown = client.get(page.get_url().removeprefix("/sub"))
        assert 'action="/sub/campaign/' in shown.content.decode()
        answer = client.post(f"/campaign/petitions/{page.pk}/sign/", typed)
        assert answer.url == f"/sub/campaign/petitions/{page.pk}/check-your-mail/"
        [message] = mail.outbox
        assert links(message) == {"http://testserver/sub/"}
        path = re.search(r"/campaign/confirm/[a-z0-9-]+/", message.body)[0]
        assert client.post(path).url == f"/sub/campaign/petitions/{page.pk}/thanks/"
