"""What became of letters on their way, and of the contacts that refuse them."""

from django.utils import timezone

from ...mailing import server
from ...mailing.models import MailState
from ...webhooks import outbox
from .. import hooks
from ..directory.contacts import Contact, ContactState
from ..models import Delivery, Letter

DELIVERIES = {
    MailState.QUEUED: Delivery.QUEUED,
    MailState.SENT: Delivery.SENT,
    MailState.FAILED: Delivery.REFUSED,
    MailState.UNKNOWN: Delivery.UNKNOWN,
}

#: What didn't arrive, or of which nobody knows.
STUCK = (Delivery.REFUSED, Delivery.UNKNOWN)
#: What has left the house, as far as is known.
GONE = (Delivery.SENT, Delivery.UNKNOWN)


def became(letter_id: int, state: str, error: str = "") -> None:
    """Writes down what became of the mail of a letter, in the transaction that settles it.

    A refusal of the address marks the contact, so that no other letter runs into it: those that
    follow wait. Of what a letter says nothing follows for others: whoever writes what filters for
    spam refuse would silence a target. What was declined, taken back or cancelled stays so.
    """
    values = {"delivery": DELIVERIES[state], "error": error[:60]}
    if state == MailState.SENT:
        values["delivered_at"] = timezone.now()
    was = STUCK if state == MailState.QUEUED else (Delivery.QUEUED,)
    if Letter.objects.filter(pk=letter_id, delivery__in=was).update(**values):
        _tell_sent(letter_id, state)
    if state == MailState.FAILED and server.refuses_address(error):
        contact = Letter.objects.filter(pk=letter_id).values("contact")
        refuse(Contact.objects.filter(pk__in=contact), error)


def _tell_sent(letter_id: int, state: str) -> None:
    # Of one that was erased while it was being sent nothing is told any more.
    sent = Letter.objects.select_related("urgent_action").filter(pk=letter_id).exclude(nonce="")
    if state == MailState.SENT:
        outbox.put_all(hooks.SENT, sent)


def came_back(letter_id: int, said: str) -> bool:
    """Writes down that a letter that had gone was refused after all. It counts all the same. False
    where it hadn't gone, or that was written down before."""
    gone = Letter.objects.filter(pk=letter_id, delivery__in=GONE)
    return bool(gone.update(delivery=Delivery.REFUSED, error=said[:60], delivered_at=None))


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
