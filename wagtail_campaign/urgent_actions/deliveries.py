"""What became of letters on their way, and of the contacts that refuse them."""

from django.utils import timezone

from ..mailing.models import MailState
from .models import Delivery, Letter
from .targets import Contact, ContactState

DELIVERIES = {
    MailState.QUEUED: Delivery.QUEUED,
    MailState.SENT: Delivery.SENT,
    MailState.FAILED: Delivery.REFUSED,
    MailState.UNKNOWN: Delivery.UNKNOWN,
}


def became(letter_id: int, state: str, error: str = "") -> None:
    """Writes down what became of the mail of a letter, in the transaction that settles it.

    A refusal marks the contact, so that no other letter runs into it: those that follow wait.
    """
    values = {"delivery": DELIVERIES[state], "error": error[:60]}
    if state == MailState.SENT:
        values["delivered_at"] = timezone.now()
    Letter.objects.filter(pk=letter_id).update(**values)
    if state == MailState.FAILED:
        contact = Letter.objects.filter(pk=letter_id).values("contact")
        refuse(Contact.objects.filter(pk__in=contact), error)


def refuse(contacts, said: str) -> int:
    """Marks those of a queryset of contacts that still work as refusing mail; returns how many.

    ``said`` is a code or a name ("SMTP 550", "hard bounce"), nothing of a person.
    """
    return contacts.filter(state=ContactState.WORKS).update(
        state=ContactState.REFUSES, refusal=said[:60], refused_at=timezone.now()
    )


def bounced(address: str, said: str) -> int:
    """The same for every contact with an e-mail address, as a delivery report names it."""
    return refuse(Contact.objects.filter(kind="email", value__iexact=address.strip()), said)
