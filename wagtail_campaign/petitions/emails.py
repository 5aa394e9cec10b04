"""The mails of a petition, and what they are given: see ``actions.emails``."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from ..actions.emails import ConfirmMail, RecordMail
from ..mailing.kinds import MailKind, get, register
from . import permissions, repeats
from .models import Signature


class SignatureMail(RecordMail):
    """A mail about one signature."""

    model = Signature
    related = ("petition",)

    def seen_by(self, user, mails):
        if not permissions.can(user, permissions.MODERATE):
            return mails.none()
        # Looked up for each mail: as a list of ids it would be all signatures.
        own = permissions.signatures_of(user).filter(pk=OuterRef("object_id"))
        return mails.filter(Exists(own))

    def context_of(self, record: Signature) -> dict | None:
        context = super().context_of(record)
        return context and {**context, "forgets": record.petition.forgets}


@register
class AlreadySigned(SignatureMail):
    """To an address that signed again: it counts already, and nothing was changed."""

    name = "petitions.already_signed"
    label = _("You have already signed")


@register
class Confirm(SignatureMail, ConfirmMail):
    """The link that makes a signature count, and the one that says "I did not sign this"."""

    name = "petitions.confirm"
    label = _("Please confirm")

    def fit(self, mail) -> MailKind:
        signature = self.record(mail)
        return get(AlreadySigned.name) if signature and repeats.has_signed(signature) else self


@register
class Reminder(Confirm):
    """The same link once more, some days later, unless the address has signed meanwhile."""

    name = "petitions.reminder"
    label = _("Reminder to confirm")

    def fit(self, mail) -> MailKind:
        return self

    def context_of(self, record: Signature) -> dict | None:
        return None if repeats.has_signed(record) else super().context_of(record)
