"""The verbs that reach the people behind signatures: mail again, erase."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions import words
from ...mailing.models import Mail, MailState
from .. import moderation
from ..models import SignatureState
from ..sweeps import SweepVerb
from .sweep_asking import explain
from .verbs import SignatureVerbView


class ResendView(SignatureVerbView):
    """Mails the link to confirm once more."""

    page_title = gettext_lazy("Mail the link again")
    header_icon = "mail"
    button = gettext_lazy("Yes, mail it")

    @property
    def is_useless(self):
        return not any(moderation.can_resend(signature) for signature in self.records)

    def explain(self):
        if self.is_useless:
            return [_("It is confirmed already, or can’t be confirmed any more.")]
        return explain(SweepVerb.RESEND, len(self.records))

    def act(self, form):
        mails = [moderation.resend(signature, self.request.user) for signature in self.records]
        ids = [mail.pk for mail in mails if mail]
        if not ids:
            self.nothing_done = True
            return _("Nothing was mailed: it is too late to confirm, or a mail is just being sent.")
        if len(mails) > 1:
            return _("Mailed, or in the outbox: %(number)s.") % {"number": words.number(len(ids))}
        if Mail.objects.filter(pk__in=ids, state=MailState.SENT).exists():
            return _("The link was mailed.")
        return _("The mail is in the outbox and will be sent when its turn comes.")


class EraseView(SignatureVerbView):
    """Destroys the personal data of signatures."""

    page_title = gettext_lazy("Erase")
    header_icon = "bin"
    button = gettext_lazy("Erase for ever")
    serious = True

    @property
    def is_useless(self):
        return all(signature.is_erased for signature in self.records)

    def explain(self):
        if self.is_useless:
            return [_("It was erased: nobody can say any more who it was.")]
        if len(self.records) > 1:
            return explain(SweepVerb.ERASE, len(self.records))
        forgotten = _("What the supporter told us is destroyed, with the consents and our mails.")
        if self.records[0].is_forgotten:
            forgotten = _(
                "The public name and the fingerprint of the address are destroyed as well."
            )
        last = _("This can’t be undone.")
        match self.records[0].state:
            case SignatureState.PENDING:
                return [_("It was never confirmed: nothing of it stays."), forgotten, last]
            case SignatureState.INVALID:
                kept = _("A fingerprint of the address stays, so that it can’t sign again.")
            case SignatureState.CONFIRMED:
                kept = _("It still counts, as “Supporter”. The same address could sign anew.")
            case _:
                kept = _("It stays withdrawn and doesn’t count.")
        return [forgotten, _("Country, language and month stay, without the person."), kept, last]

    def act(self, form):
        for signature in self.records:
            if not signature.is_erased:
                moderation.erase(signature, self.request.user)
        return _("The personal data was erased.")
