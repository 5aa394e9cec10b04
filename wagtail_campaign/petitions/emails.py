"""The mails of a petition, and what they are given.

Whoever knows an address can cause each of them, so they are limited per address, say nothing in
the subject, and carry nothing that was typed.
"""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..actions.live import FINISHED
from ..actions.sites import absolute, page_address
from ..conf import conf
from ..mailing.kinds import MailKind, get, register
from . import permissions, repeats
from .models import Signature, SignatureState


class SignatureMail(MailKind):
    """A mail about one signature; ``object_id`` is its id."""

    unrequested = True

    def signature(self, mail) -> Signature | None:
        """The signature with its petition and supporter, None where it is gone."""
        signatures = Signature.objects.select_related("petition", "supporter", "page__locale")
        return signatures.filter(pk=mail.object_id).first()

    def seen_by(self, user, mails):
        if not permissions.can(user, permissions.MODERATE):
            return mails.none()
        # Looked up for each mail: as a list of ids it would be all signatures.
        own = permissions.signatures_of(user).filter(pk=OuterRef("object_id"))
        return mails.filter(Exists(own))

    def record_of(self, mail):
        return self.signature(mail) or mail

    def context(self, mail) -> dict | None:
        signature = self.signature(mail)
        return self.context_of(signature) if signature else None

    def context_of(self, signature: Signature) -> dict | None:
        """What the templates are given for a signature; a preview gives it an unsaved one."""
        page = signature.page
        return {
            "title": page.title if page else "",
            "page_url": page_address(page),
            "forgets": signature.petition.forgets,
            "me_url": absolute(
                page, f"{reverse('wagtail_campaign:me')}?language={signature.language}"
            ),
        }


@register
class AlreadySigned(SignatureMail):
    """To an address that signed again: it counts already, and nothing was changed."""

    name = "petitions.already_signed"
    label = _("You have already signed")


@register
class Confirm(SignatureMail):
    """The link that makes a signature count, and the one that says "I did not sign this"."""

    name = "petitions.confirm"
    label = _("Please confirm")

    def fit(self, mail) -> MailKind:
        signature = self.signature(mail)
        return get(AlreadySigned.name) if signature and repeats.has_signed(signature) else self

    def context(self, mail):
        signature = self.signature(mail)
        # Nobody is asked to confirm what is over.
        if signature is None or signature.petition.status() in FINISHED:
            return None
        return self.context_of(signature)

    def context_of(self, signature: Signature) -> dict | None:
        if signature.state != SignatureState.PENDING:
            return None
        page = signature.page
        confirm = reverse("wagtail_campaign:confirm", args=[signature.token("confirm")])
        disown = reverse("wagtail_campaign:disown", args=[signature.token("disown")])
        return {
            **super().context_of(signature),
            "confirm_url": absolute(page, confirm),
            "disown_url": absolute(page, disown),
            "days": conf.CONFIRM_DAYS,
        }


@register
class Reminder(Confirm):
    """The same link once more, some days later, unless the address has signed meanwhile."""

    name = "petitions.reminder"
    label = _("Reminder to confirm")

    def fit(self, mail) -> MailKind:
        return self

    def context_of(self, signature: Signature) -> dict | None:
        return None if repeats.has_signed(signature) else super().context_of(signature)
