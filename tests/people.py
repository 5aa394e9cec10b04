"""What people do on the site, in a word each."""

import re

from django.core import mail
from django.urls import reverse

from wagtail_campaign.actions import doors, tallies
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import METRIC, Signature
from wagtail_campaign.petitions.pages import PetitionMixin


def sign_url(page) -> str:
    return reverse("wagtail_campaign:petition_sign", args=[page.pk])


def sign(client, page, typed, **headers):
    """Sends the form of a petition; the answer."""
    return client.post(sign_url(page), typed, **headers)


def errors_of(answer) -> list[str]:
    """The fields of the form that is shown again with something wrong in them."""
    forms = [context["form"] for context in answer.context if "form" in context]
    return list(next(form for form in forms if form.is_bound).errors)


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


def signature_of(page, confirmed=True, **typed) -> Signature:
    """A signature made by the verbs alone, without a browser."""
    defaults = {"first_name": "Dana", "last_name": "Akhmetova", "email": "dana@example.org"}
    defaults |= {"country": "KZ", "display": "anonymous", "ticked": []}
    signature = services.sign(doors.find(page.pk, PetitionMixin), defaults | typed)
    if confirmed:
        assert services.confirm(Signature.objects.get(pk=signature.pk))
    return Signature.objects.get(pk=signature.pk)
