"""The verbs of editors on contacts: verified, works again; and what waited for that goes on."""

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from ...actions import logs
from ...actions.records import RecordState
from ...deadlocks import repeated
from ..models import Channel, Delivery, Letter
from ..sending import queue
from .contacts import Contact, ContactState
from .targets import Target


def verify(target: Target, contacts, user) -> int:
    """Writes down that the "contacts" (a queryset) of a target were verified today, and by whom."""
    with transaction.atomic():
        found = list(contacts.filter(target=target.pk))
        contacts.filter(pk__in=[contact.pk for contact in found]).update(
            verified_on=timezone.localdate()
        )
        if found:
            kinds = [contact.kind for contact in found]
            logs.note([target], "campaign.verify_contact", user, kinds=kinds)
    return len(found)


def works_again(target: Target, contact: Contact, user) -> int:
    """Marks a contact of a target as working, verified today; returns how many letters that were
    held go on their way now."""
    with transaction.atomic():
        Contact.objects.filter(pk=contact.pk).update(
            state=ContactState.WORKS,
            refusal="",
            refused_at=None,
            verified_on=timezone.localdate(),
        )
        logs.note([target], "campaign.mend_contact", user, kinds=[contact.kind])
    return go_on(target)


def go_on(target: Target) -> int:
    """Puts letters to a target that were held, as nothing of it took mail, into its queue again.

    Those whose address is gone or refuses take the one that works. What a moderator has to look at
    stays where it is. Returns how many go on.
    """
    contact = Contact.objects.filter(
        target=target.pk, kind="email", state=ContactState.WORKS
    ).first()
    if contact is None:
        return 0
    number, after = 0, 0
    while ids := list(
        held(target).filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[: queue.BATCH]
    ):
        number += _go_on(ids, contact)
        after = ids[-1]
    return number


def held(target: Target):
    """The letters to a target that the site would send, and that are held."""
    return Letter.objects.filter(
        target=target.pk,
        channel=Channel.SITE,
        delivery=Delivery.HELD,
        state=RecordState.CONFIRMED,
    )


@repeated
def _go_on(ids: list[int], contact: Contact) -> int:
    with transaction.atomic():
        letters = Letter.objects.filter(pk__in=ids, delivery=Delivery.HELD).order_by("pk")
        locked = list(letters.select_for_update())
        known = Letter.objects.select_related("supporter__letter_text", "urgent_action", "contact")
        for letter in known.filter(pk__in=[letter.pk for letter in locked]).order_by("pk"):
            if not letter.urgent_action.takes_letters() or not _has_text(letter):
                continue
            if letter.contact is None or not letter.contact.works:
                letter.contact = contact
                Letter.objects.filter(pk=letter.pk).update(contact=contact)
            queue.enter(letter)
        gone = Letter.objects.filter(pk__in=ids, delivery=Delivery.QUEUED)
        return gone.count()


def _has_text(letter: Letter) -> bool:
    return letter.supporter is not None and hasattr(letter.supporter, "letter_text")


def waiting(contacts) -> dict[int, int]:
    """How many letters wait for each of some contacts, in one query: {id: number}."""
    letters = Letter.objects.filter(
        contact__in=[contact.pk for contact in contacts], delivery__in=queue.WAITS
    )
    return dict(letters.order_by().values_list("contact").annotate(Count("pk")))
