"""What people do with an urgent action, in a word each."""

from urllib.parse import urlencode

from django.core import mail
from django.urls import reverse

from tests.people import link
from wagtail_campaign.actions import tallies
from wagtail_campaign.urgent_actions.models import METRIC, Letter


def write_url(page, target=None, **more) -> str:
    """The address at which a letter to a target is written."""
    query = ({"target": target.pk} if target else {}) | more
    url = reverse("wagtail_campaign:letter_write", args=[page.pk])
    return f"{url}?{urlencode(query)}" if query else url


def letter_to(client, page, target=None, **more) -> dict:
    """What the form sends that the page offers, with a supporter filled in."""
    form = client.get(write_url(page, target, **more)).context["form"]
    return {
        "subject": form["subject"].value(),
        "text": form["text"].value(),
        "written_in": form["written_in"].value(),
        "first_name": "Aigul",
        "last_name": "Serikova",
        "email": "aigul@example.org",
        "city": "Berlin",
        "country": "DE",
    }


def write(client, page, target, typed):
    """Sends a letter by the site; the answer."""
    return client.post(write_url(page, target), typed)


def write_and_confirm(client, page, target, typed) -> Letter:
    """The whole way; the newest letter."""
    assert write(client, page, target, typed).status_code == 303
    assert client.post(link(mail.outbox[-1])).status_code == 303
    return Letter.objects.latest("pk")


def count(action) -> int:
    """How many letters count."""
    return tallies.count(action.key, METRIC)
