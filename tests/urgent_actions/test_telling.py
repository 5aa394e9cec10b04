"""Further information, outcome and stop reach those who wrote or subscribed, the stop first."""

import pytest
from django.core import mail

from tests.people import link
from wagtail_campaign.actions import tallies
from wagtail_campaign.mailing import broadcasts, work
from wagtail_campaign.mailing.models import Broadcast
from wagtail_campaign.pages.models import ChainPage
from wagtail_campaign.updates.emails import UpdateMail
from wagtail_campaign.urgent_actions.models import Letter

from .people import letter_to, write_and_confirm

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_limit(settings):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 50
    settings.WAGTAIL_CAMPAIGN_BROADCAST_DELAY = 0


def post(page, chain, title, after_commit) -> ChainPage:
    update = ChainPage(title=title, intro=title, link=chain, live=False, locale=page.locale)
    page.refresh_from_db()
    page.add_child(instance=update)
    with after_commit():
        update.save_revision().publish()
    return ChainPage.objects.get(pk=update.pk)


def mail_it(update) -> list[Broadcast]:
    return broadcasts.start(UpdateMail().find(update.pk), UpdateMail.name, None)


def subscribe(client, page, email) -> None:
    url = f"/campaign/alerts/{page.pk}/"
    wording = client.get(url).context["wording_id"]
    client.post(url, {"email": email, "consent_alerts": wording})
    client.post(link(mail.outbox[-1]))


def written_by(client, page, target, email, updates=True) -> Letter:
    typed = {**letter_to(client, page, target), "email": email}
    if updates:
        [wording] = [w.pk for w in page.consent_wordings() if w.purpose == "updates"]
        typed["consent_updates"] = wording
    return write_and_confirm(client, page, target, typed)


def told(subject) -> list[str]:
    return [message.to[0] for message in mail.outbox if message.subject == subject]


def test_who_wrote_and_who_subscribed_are_told_once(
    client, urgent_page, ministry, embassy, after_commit
):
    written_by(client, urgent_page, ministry, "writer@example.org")
    written_by(client, urgent_page, embassy, "writer@example.org")
    written_by(client, urgent_page, ministry, "silent@example.org", updates=False)
    subscribe(client, urgent_page, "alert@example.org")
    subscribe(client, urgent_page, "writer@example.org")
    update = post(urgent_page, "further", "She may see her lawyer", after_commit)
    assert len(mail_it(update)) == 2 and mail_it(update) == []
    work.run_pass()
    assert sorted(told("She may see her lawyer")) == ["alert@example.org", "writer@example.org"]
    [to_writer] = [
        m for m in mail.outbox if m.to == ["writer@example.org"] and "may see" in m.subject
    ]
    assert "because you wrote for" in to_writer.body


def test_who_acted_before_and_after_the_keys_changed_is_told_once(
    client, urgent_page, ministry, embassy, after_commit, settings
):
    old, new = ("2026", "last year's"), ("2027", "this year's")
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [old]
    written_by(client, urgent_page, ministry, "writer@example.org")
    subscribe(client, urgent_page, "alert@example.org")
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [new, old]
    written_by(client, urgent_page, embassy, "Writer@example.org")
    written_by(client, urgent_page, ministry, "alert@example.org")
    [to_writers, to_subscribers] = mail_it(
        post(urgent_page, "further", "She may see her lawyer", after_commit)
    )
    work.run_pass()
    to = [address.lower() for address in told("She may see her lawyer")]
    assert sorted(to) == ["alert@example.org", "writer@example.org"]
    to_writers.refresh_from_db()
    to_subscribers.refresh_from_db()
    assert (to_writers.state, to_writers.sent) == ("done", 2)
    assert (to_subscribers.state, to_subscribers.sent) == ("done", 0)


def test_a_stop_is_told_to_everybody_and_first(client, urgent_page, ministry, action, after_commit):
    written_by(client, urgent_page, ministry, "writer@example.org")
    silent = written_by(client, urgent_page, ministry, "silent@example.org", updates=False)
    news = post(urgent_page, "further", "Some news", after_commit)
    stop = post(urgent_page, "stop", "Please write no more", after_commit)
    mail_it(news)
    mail_it(stop)
    action.refresh_from_db()
    assert action.state == "closed" and action.stopped_at
    work.run_pass()
    subjects = [
        m.subject for m in mail.outbox if m.subject in {"Some news", "Please write no more"}
    ]
    assert subjects[0] == "Please write no more"
    assert sorted(told("Please write no more")) == ["silent@example.org", "writer@example.org"]
    assert told("Some news") == ["writer@example.org"]
    silent.refresh_from_db()
    assert silent.delivery in {"sent", "cancelled"}
    assert tallies.recount() == []


def test_a_stopped_action_says_so_in_every_language(client, urgent_pages, ministry, after_commit):
    post(urgent_pages["en"], "stop", "Stop", after_commit)
    for page in urgent_pages.values():
        shown = client.get(page.url).content.decode()
        assert "campaign-state" in shown and f"/{page.pk}/write/" not in shown
    answer = client.get(f"/campaign/urgent-actions/{urgent_pages['ru'].pk}/write/")
    assert "campaign-letter" not in answer.content.decode()


def test_unsubscribing_from_alerts_destroys_the_address(client, urgent_page, after_commit):
    from wagtail_campaign.urgent_actions.alerts.models import Alert

    subscribe(client, urgent_page, "alert@example.org")
    mail_it(post(urgent_page, "further", "News", after_commit))
    work.run_pass()
    way_out = mail.outbox[-1].extra_headers["List-Unsubscribe"].strip("<>")
    path = way_out[way_out.index("/campaign/") :]
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Alert.objects.exists()


def test_one_click_ends_it_for_all_letters_of_an_address(
    client, urgent_page, ministry, embassy, after_commit, settings
):
    written_by(client, urgent_page, ministry, "writer@example.org")
    older = settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [("2027", "a newer secret"), *older]
    for email in ("Writer@example.org", "other@example.org"):
        written_by(client, urgent_page, embassy, email)
    mail_it(post(urgent_page, "further", "News", after_commit))
    work.run_pass()
    news = next(m for m in mail.outbox if m.subject == "News" and m.to == ["writer@example.org"])
    client.post(link(news, "unsubscribe"))
    mail_it(post(urgent_page, "further", "More news", after_commit))
    work.run_pass()
    assert told("More news") == ["other@example.org"]


def test_an_outcome_ends_it_and_leaves_the_rest_as_it_is(client, urgent_page, action, after_commit):
    post(urgent_page, "outcome", "She is free", after_commit)
    action.refresh_from_db()
    assert action.state == "closed" and action.stopped_at is None


@pytest.mark.parametrize("chain", ["stop", "further"])
def test_a_stop_says_so_to_each_reader_also_while_it_isnt_translated(
    client, urgent_pages, ministry, after_commit, chain
):
    written_by(client, urgent_pages["ru"], ministry, "writer@example.org")
    update = post(urgent_pages["en"], chain, "She is free", after_commit)
    mail_it(update)
    work.run_pass()
    [sent] = [message for message in mail.outbox if message.subject == "She is free"]
    stops = chain == "stop"
    assert sent.body.startswith("Стоп: пожалуйста, больше не пишите") == stops
    html = sent.alternatives[0][0]
    assert ("Стоп: пожалуйста, больше не пишите" in html) == stops
    assert '<p lang="en">She is free</p>' in html
