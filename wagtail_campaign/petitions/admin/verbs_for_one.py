"""The verbs that an editor says yes to for one signature at a time: mail again, erase."""

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...mailing.models import Mail, MailState
from .. import moderation
from ..models import SignatureState
from .verbs import VerbView


class SingleVerbView(VerbView):
    """A verb for one signature at a time."""

    @property
    def signature(self):
        if len(self.signatures) != 1:
            raise Http404
        return self.signatures[0]


class ResendView(SingleVerbView):
    """Mails the link to confirm once more."""

    page_title = gettext_lazy("Mail the link again")
    header_icon = "mail"
    button = gettext_lazy("Yes, mail it")

    @property
    def is_useless(self):
        return not moderation.can_resend(self.signature)

    def explain(self):
        if self.is_useless:
            return [_("It is confirmed already, or can’t be confirmed any more.")]
        return [
            _("The link to confirm is mailed once more to the address that was given."),
            _("No address gets more than a few such mails a day: over that it waits its turn."),
        ]

    def act(self, form):
        mail = moderation.resend(self.signature, self.request.user)
        if mail is None:
            self.nothing_done = True
            return _("Nothing was mailed: it is too late to confirm, or a mail is just being sent.")
        if Mail.objects.filter(pk=mail.pk, state=MailState.SENT).exists():
            return _("The link was mailed.")
        return _("The mail is in the outbox and will be sent when its turn comes.")


class EraseView(SingleVerbView):
    """Destroys the personal data of a signature."""

    page_title = gettext_lazy("Erase")
    header_icon = "bin"
    button = gettext_lazy("Erase for ever")
    serious = True

    @property
    def is_useless(self):
        return self.signature.is_erased

    def explain(self):
        if self.is_useless:
            return [_("It was erased: nobody can say any more who it was.")]
        forgotten = _("What the supporter told us is destroyed, with the consents and our mails.")
        if self.signature.is_forgotten:
            forgotten = _(
                "The public name and the fingerprint of the address are destroyed as well."
            )
        last = _("This can’t be undone.")
        match self.signature.state:
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
        moderation.erase(self.signature, self.request.user)
        return _("The personal data was erased.")
