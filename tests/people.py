"""What people do on the site, in a word each."""

import re

from django.core import mail
from django.urls import reverse

from wagtail_campaign.actions import tallies
from wagtail_campaign.petitions.models import METRIC, Signature


def sign_url(page) -> str:
    return reverse("wagtail_campaign:petition_sign", args=[page.pk])


def sign(client, page, typed, **headers):
    """Sends the form of a petition; the answer."""
    return client.post(sign_url(page), typed, **headers)


def link(message, purpose="confirm") -> str:
    """The path of the link in a mail."""
    return re.search(rf"/campaign/{purpose}/[a-z0-9-]+/", message.body)[0]


def mails_to(address) -> list:
    """What was sent to an address, oldest first."""
    return [message for message in mail.outbox if message.to == [address]]


def sign_and_confirm(client, page, typed) -> Signature:
    """The whole way; the newest signature."""
    assert sign(client, page, typed).status_code == 303
    assert client.post(link(mail.outbox[-1])).status_code == 303
    return Signature.objects.latest("pk")


def count(petition) -> int:
    """How many signed, as it is shown."""
    return tallies.count(petition.key, METRIC)


def change(action, **settings):
    """Changes live settings of an action, as an editor does."""
    for name, value in settings.items():
        setattr(action, name, value)
    action.save()
