"""What mails and shared links lead to, where the campaign has a front end of its own: that, in each
language; and this site, for what isn't set and for mail programs."""

import html
import re
from types import SimpleNamespace

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from tests.people import change, sign, signature_of
from tests.supporters.visits import work_off
from tests.updates.posting import mailed, post
from wagtail_campaign.actions import sites
from wagtail_campaign.mailing import kinds
from wagtail_campaign.mailing.staff import StaffMail
from wagtail_campaign.pages.models import SponsorPage, UrgentActionPage
from wagtail_campaign.petitions.outcomes import Outcome
from wagtail_campaign.sharing import views as sharing
from wagtail_campaign.supporters import magic_links
from wagtail_campaign.supporters.emails import MagicLinkMail
from wagtail_campaign.supporters.models import MagicLink
from wagtail_campaign.urgent_actions.alerts.models import Alert

pytestmark = pytest.mark.django_db

OURS, APP = "http://testserver/", "https://app.example.org/"
FRONT_END = {
    **{
        name: f"{APP}{{language}}/{name}/{{token}}"
        for name in ("confirm", "disown", "unsubscribe", "gift", "me_link")
    },
    "me": f"{APP}{{language}}/me",
    "page": f"{APP}{{language}}/{{path}}",
}
#: To users of the admin and to targets: neither reads the front end.
TO_OTHERS = {"urgent_actions.to_target"}


@pytest.fixture
def front_end(settings):
    settings.WAGTAIL_CAMPAIGN_FRONT_END = FRONT_END


def links_in(text: str) -> set[str]:
    return set(re.findall(r'https?://[^\s<>"]+', html.unescape(text)))


@pytest.fixture
def letters(pages, donation_page, home):
    """``letters()``: what each mail to supporters links to, as text and HTML: {name: links}."""
    urgent = home.add_child(instance=UrgentActionPage(title="A lawyer", slug="l", intro="Held."))
    sponsors = home.add_child(instance=SponsorPage(title="Supported by", slug="s"))
    update = post(pages["en"], "Two released")
    outcome = Outcome.objects.create(petition=pages["en"].get_action(), kind="won")
    change(pages["en"].get_action(), state="won")
    alert = Alert(pk=0, page=urgent, language="en")
    link = MagicLink(pk=0, language="en", site_id=Site.objects.get().pk)

    def contexts():
        for page in (pages["en"], urgent, sponsors, donation_page):
            for name in page.previewed_mails:
                with translation.override("en"):
                    yield name, kinds.get(name).context_of(page._sample(name))
        for name in ("urgent_actions.confirm_alert", "urgent_actions.already_subscribed"):
            yield name, kinds.get(name).context_of(alert)
        for name, pk in (("updates.update", update.pk), ("petitions.outcome", outcome.pk)):
            yield name, kinds.get(name).find(pk).context("en")
        yield MagicLinkMail.name, kinds.get(MagicLinkMail.name).context_of(link)

    def letters():
        found = {}
        for name, context in contexts():
            _subject, text, body = kinds.get(name).render(context, "en")
            found[name] = links_in(text) | links_in(body)
        return found

    return letters


def test_every_mail_to_supporters_leads_to_the_front_end(letters, front_end):
    found = letters()
    to_supporters = {
        kind.name for kind in kinds.all_kinds() if not isinstance(kind, StaffMail)
    } - TO_OTHERS
    assert found.keys() == to_supporters
    assert {name: links for name, links in found.items() if not links} == {}
    elsewhere = {link for links in found.values() for link in links if not link.startswith(APP)}
    assert elsewhere == set()


def test_without_one_every_mail_leads_to_the_site(letters):
    found = letters()
    assert {
        link for links in found.values() for link in links if not link.startswith(OURS)
    } == set()


def test_who_signs_gets_the_links_of_the_front_end_in_their_language(
    client, pages, typed, front_end
):
    for language, page in pages.items():
        sign(client, page, {**typed, "email": f"{language}@example.org"})
        links = links_in(mail.outbox[-1].body)
        assert f"{APP}{language}/petition/" in links
        assert all(link.startswith(f"{APP}{language}/") for link in links)
        [confirm] = [link for link in links if "/confirm/" in link]
        token = confirm.rpartition("/")[2]
        assert client.get(f"/campaign/api/v1/confirm/{token}").json()["standing"] == "pending"


def test_a_mail_program_unsubscribes_at_the_site_and_a_reader_at_the_front_end(
    client, pages, front_end, clock, settings
):
    settings.WAGTAIL_CAMPAIGN_BROADCAST_RATE = None
    ticked = [w.pk for w in pages["ru"].consent_wordings() if w.purpose == "updates"]
    signature_of(pages["ru"], ticked=ticked)
    mailed(post(pages["en"], "Two released"))
    clock.forward(minutes=11)
    mail.outbox.clear()
    work_off()
    [message] = [each for each in mail.outbox if "List-Unsubscribe" in each.extra_headers]
    one_click = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert one_click.startswith(f"{OURS}campaign/unsubscribe/")
    token = one_click.rstrip("/").rpartition("/")[2]
    assert f"{APP}ru/unsubscribe/{token}" in links_in(message.body)
    answer = client.post(one_click.removeprefix("http://testserver"))
    assert answer.status_code in {200, 303}
    mailed_again = post(pages["en"], "All released")
    assert kinds.get("updates.update").find(mailed_again.pk)


def test_each_link_may_be_set_alone_and_by_language(pages, settings):
    settings.WAGTAIL_CAMPAIGN_FRONT_END = {"confirm": {"ru": f"{APP}да/{{token}}"}}
    assert sites.link("confirm", pages["ru"], "ru", "t-1-a") == f"{APP}да/t-1-a"
    assert sites.link("confirm", pages["en"], "en", "t-1-a") == f"{OURS}campaign/confirm/t-1-a/"
    assert sites.link("me", pages["ru"], "ru") == f"{OURS}campaign/me/?language=ru"
    assert sites.page_address(pages["ru"]) == pages["ru"].full_url


def test_each_site_may_have_one_of_its_own(pages, home, settings):
    settings.WAGTAIL_CAMPAIGN_FRONT_END = {
        "testserver": {"me": f"{APP}{{language}}/"},
        "other.example.org": {"me": "https://other.example.org/app"},
    }
    other = Site.objects.create(hostname="third.example.org", root_page=pages["en"])
    assert sites.link("me", home, "kk") == f"{APP}kk/"
    assert sites.link("me", other, "kk") == "http://third.example.org/campaign/me/?language=kk"
    other.hostname = "other.example.org"
    assert sites.link("me", other, "kk") == "https://other.example.org/app"


def test_shared_links_and_codes_lead_to_the_page_of_the_front_end(client, pages, front_end):
    shown = client.get(pages["kk"].url).content.decode()
    assert f'value="{APP}kk/petition/"' in shown
    assert "app.example.org%2Fkk%2Fpetition%2F%3Fvia%3Dtelegram" in shown
    said = client.get(f"/campaign/api/v1/actions/{pages['kk'].pk}").json()
    assert said["url"] == f"{APP}kk/petition/"
    addresses = {other["url"] for other in said["translations"]}
    assert addresses == {f"{APP}en/petition/", f"{APP}ru/petition/"}


def test_the_code_to_scan_holds_the_address_of_the_front_end(client, pages, front_end, monkeypatch):
    made = []
    make = sharing.segno.make
    held = SimpleNamespace(make=lambda text, **more: made.append(text) or make(text, **more))
    monkeypatch.setattr(sharing, "segno", held)
    client.get(reverse("wagtail_campaign:qr", args=[pages["ru"].pk]))
    assert made == [f"{APP}ru/petition/?via=qr"]


def test_a_slug_in_any_script_is_an_address(home, pages, front_end):
    pages["ru"].slug = "свобода"
    pages["ru"].save()
    address = sites.page_address(pages["ru"])
    assert address == f"{APP}ru/%D1%81%D0%B2%D0%BE%D0%B1%D0%BE%D0%B4%D0%B0/"


def test_the_link_into_ones_actions_is_used_at_the_front_end(client, pages, front_end, typed):
    signature_of(pages["en"], email="aigul@example.org")
    mail.outbox.clear()
    magic_links.ask("aigul@example.org", "kk", Site.objects.get().pk)
    work_off()
    [link] = [found for found in links_in(mail.outbox[-1].body) if "me_link" in found]
    assert link.startswith(f"{APP}kk/me_link/")
    answer = client.post(
        "/campaign/api/v1/me/session",
        {"token": link.rpartition("/")[2]},
        content_type="application/json",
    )
    assert answer.status_code == 200
