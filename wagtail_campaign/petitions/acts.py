"""Signatures, as those who signed see them under ``/campaign/me/``."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..supporters import acts
from . import repeats, services
from .links import SignatureLink
from .models import Signature, SignatureState


@acts.register
class SignatureAct(acts.Act):
    """One signature. What its mailed link could still do can be done here as well."""

    slice = "petition"
    noun = gettext_lazy("Signature")

    @classmethod
    def records(cls, email_keys):
        signatures = Signature.objects.filter(supporter__email_key__in=email_keys)
        return signatures.select_related("petition", "supporter", "page__locale")

    @property
    def action_key(self):
        return self.record.petition.key

    @cached_property
    def _standing(self) -> str:
        """That of its mailed link; "repeat" where another one of the same address stands."""
        return SignatureLink().standing(self.record, repeats.has_signed)

    @property
    def state(self):
        match self.record.state:
            case SignatureState.CONFIRMED:
                return _("Confirmed: it counts.")
            case SignatureState.WITHDRAWN:
                return _("Withdrawn: it doesn’t count any more.")
            case SignatureState.INVALID:
                return _("Taken out of the count by the campaign.")
        if self._standing == "pending":
            return _("Not confirmed yet: it doesn’t count. It waits for you to confirm it.")
        return _("Not confirmed: it doesn’t count, and will be deleted.")

    @property
    def refusals(self):
        none = {acts.CONFIRM: "", acts.SHOW_AS: "", acts.WITHDRAW: ""}
        if self.record.state == SignatureState.CONFIRMED:
            return {acts.CONFIRM: ""}
        if self._standing == "pending":
            return {acts.SHOW_AS: "", acts.WITHDRAW: ""}
        if self._standing == "repeat":
            why = _("This address has signed the petition already, and counts once.")
            return none | {acts.CONFIRM: why}
        return none

    def question(self, verb):
        if verb == acts.WITHDRAW:
            return acts.Question(
                _("Withdraw your signature?"),
                [
                    _("It doesn’t count any more, and your name leaves the page at once."),
                    _("Your consents to news about this petition and to handing over end with it."),
                    _(
                        "What you told us is destroyed, unless you agreed to other news of the"
                        " campaign."
                    )
                    if self.record.petition.forgets
                    else _("What you told us stays until you erase it. You can sign again."),
                ],
                _("Withdraw"),
            )
        return acts.Question(_("Erase your signature?"), self._after_erasing(), _("Erase for ever"))

    def _after_erasing(self) -> list[str]:
        said = [_("All that you told us is destroyed, with your consents and our mails.")]
        state = self.record.state
        if state == SignatureState.PENDING:
            said.append(_("Of a signature that was not confirmed nothing stays."))
        else:
            if state == SignatureState.CONFIRMED:
                said.append(
                    _("It still counts, as “Supporter”. If it shall not count, withdraw it first.")
                )
            said.append(
                _(
                    "Of a confirmed signature country, language and month stay, without name or"
                    " address."
                )
            )
        if state == SignatureState.INVALID:
            said.append(
                _("A fingerprint of your address stays, so that it can’t sign that petition again.")
            )
        # It is on the mails that count for the address's daily limit.
        said.append(
            _(
                "For one day a fingerprint of your address stays, so that nobody floods it with"
                " mail."
            )
        )
        return said

    def data(self):
        signature = self.record
        return {
            "state": signature.state,
            "public_name": signature.public_name,
            "country": signature.country,
            "language": signature.language,
            "address_key_id": signature.key_id,
            "created_at": signature.created_at,
            "confirmed_at": signature.confirmed_at,
            "reminded_at": signature.reminded_at,
        }

    def confirm(self):
        return services.confirm(self.record)

    def show_as(self, display):
        return services.show_as(self.record, display)

    def withdraw(self):
        return services.withdraw(self.record)

    def erase(self):
        services.erase(self.record)

    def let_go(self):
        return services.let_go(self.record)
