"""What sponsors and moderators do, in a word each."""

from django.core import mail
from django.test import TestCase
from django.urls import reverse

from tests.people import link
from wagtail_campaign.actions import tallies
from wagtail_campaign.sponsors import moderation, services
from wagtail_campaign.sponsors.models import Sponsor


def join(client, page, typed, kind=""):
    """Sends the form of a list; the answer."""
    kind = kind or ("organisation" if "name" in typed else "person")
    return client.post(reverse("wagtail_campaign:sponsor_join", args=[page.pk, kind]), typed)


def join_and_confirm(client, page, typed) -> Sponsor:
    """The whole way of a sponsor; the newest entry."""
    assert join(client, page, typed).status_code == 303
    assert client.post(link(mail.outbox[-1])).status_code == 303
    return Sponsor.objects.latest("pk")


def publish(*sponsors, user=None):
    """What a moderator does."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return moderation.publish(Sponsor.objects.all(), [s.pk for s in sponsors], user)


def listed(client, page, typed) -> Sponsor:
    """An entry that was published."""
    sponsor = join_and_confirm(client, page, typed)
    assert publish(sponsor).number == 1
    sponsor.refresh_from_db()
    return sponsor


def counts(sponsor_list) -> dict[str, int]:
    """The counts of a list, by metric."""
    return tallies.by_metric(sponsor_list.key)


def change(sponsor, **entry) -> bool:
    """What a sponsor changes under "my actions"; the entry as it is then."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        changed = services.change(sponsor, entry)
    sponsor.refresh_from_db()
    return changed
