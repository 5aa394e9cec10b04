"""The pages on which an editor says yes to a verb: for one signature, or all that were ticked."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...actions.admin.verbs import ReasonForm, VerbView
from .. import moderation, permissions
from ..models import SignatureState
from .listing import SignaturesMixin


class SignatureVerbView(SignaturesMixin, VerbView):
    """Asks about signatures."""

    rights = (permissions.MODERATE,)
    related = ("petition",)

    def in_state(self, state) -> int:
        """How many of them are in a state."""
        return sum(signature.state == state for signature in self.records)

    def what(self) -> str:
        if len(self.ids) == 1:
            return _("Signature no. %(number)s") % {"number": self.ids[0]}
        return ngettext("%(number)s signature", "%(number)s signatures", len(self.ids)) % {
            "number": len(self.ids)
        }


class InvalidateView(SignatureVerbView):
    """Takes signatures out of the count."""

    page_title = gettext_lazy("Invalidate")
    header_icon = "cross"
    form_class = ReasonForm
    button = gettext_lazy("Yes, invalidate")
    serious = True

    #: The state in which the verb has something to do, and what to say of signatures in others.
    from_state = SignatureState.CONFIRMED
    only = gettext_lazy("Only confirmed signatures can be invalidated.")

    @property
    def is_useless(self):
        return not self.in_state(self.from_state)

    def explain(self):
        if self.is_useless:
            return [self.only]
        number = self.in_state(self.from_state)
        return [*self.explain_some(number), *self.explain_others(len(self.ids) - number)]

    def explain_some(self, number: int) -> list[str]:
        """What will happen to those in the right state."""
        return [
            ngettext(
                "%(number)s confirmed signature is taken out of the count and off the page.",
                "%(number)s confirmed signatures are taken out of the count and off the page.",
                number,
            )
            % {"number": number},
            _("Nobody is told. The same address can’t sign this petition again."),
            _("You can restore them at any time."),
        ]

    def explain_others(self, number: int) -> list[str]:
        """What to say of those in another state."""
        if not number:
            return []
        others = ngettext(
            "%(number)s other stays as it is.", "%(number)s others stay as they are.", number
        ) % {"number": number}
        return [f"{others} {self.only}"]

    def act(self, form):
        number = moderation.invalidate(
            self.scope, self.ids, form.cleaned_data["reason"], self.request.user
        )
        self.nothing_done = not number
        said = ngettext(
            "%(number)s signature was invalidated.",
            "%(number)s signatures were invalidated.",
            number,
        ) % {"number": number}
        return said + self.left(number)


class RestoreView(InvalidateView):
    """Takes invalidated signatures back in."""

    page_title = gettext_lazy("Restore")
    header_icon = "rotate"
    button = gettext_lazy("Yes, restore")
    serious = False
    from_state = SignatureState.INVALID
    only = gettext_lazy("Only invalidated signatures can be restored.")

    def explain_some(self, number):
        return [
            ngettext(
                "%(number)s invalidated signature counts again.",
                "%(number)s invalidated signatures count again.",
                number,
            )
            % {"number": number},
        ]

    def act(self, form):
        number = moderation.restore(
            self.scope, self.ids, form.cleaned_data["reason"], self.request.user
        )
        self.nothing_done = not number
        said = ngettext(
            "%(number)s signature was restored.", "%(number)s signatures were restored.", number
        ) % {"number": number}
        return said + self.left(number)
