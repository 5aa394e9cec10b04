"""The pages on which an editor says yes to a verb: for one signature, or all that were ticked."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...actions.asking import AskView, ids_asked_about
from ...actions.titles import title_of, titles
from ...supporters.cleaning import clean_line, looks_like_an_address
from .. import moderation, permissions
from ..models import SignatureState
from .listing import SignaturesMixin


class ReasonForm(forms.Form):
    """Why: kept in the log for ever, so it names nobody."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        help_text=gettext_lazy(
            "For the other editors; the log keeps it for ever. Leave out names and addresses."
        ),
    )

    def clean_reason(self):
        reason = clean_line(self.cleaned_data["reason"])
        if looks_like_an_address(reason):
            raise ValidationError(_("Please give the reason without an address."), code="address")
        return reason


class VerbView(SignaturesMixin, AskView):
    """Asks about signatures, given as ``?id=1&id=2``.

    Those that the user may not moderate are left out, and 404 is the answer where none is left.
    Not atomic: the verb owns its transaction.
    """

    rights = (permissions.MODERATE,)

    @cached_property
    def signatures(self) -> list:
        """Those that the verb is about."""
        found = self.scope.filter(pk__in=ids_asked_about(self.request))
        signatures = list(found.order_by("pk").select_related("petition"))
        if not signatures:
            raise Http404
        return signatures

    @property
    def ids(self) -> list[int]:
        return [signature.pk for signature in self.signatures]

    @property
    def scope(self):
        """All signatures that the user may moderate."""
        return permissions.signatures_of(self.request.user)

    def in_state(self, state) -> int:
        """How many of them are in a state."""
        return sum(signature.state == state for signature in self.signatures)

    def get_breadcrumbs_items(self):
        signatures = {"url": reverse("campaign_signatures:index"), "label": _("Signatures")}
        here = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, signatures, here]

    def get_context_data(self, **kwargs):
        known = titles(signature.petition.key for signature in self.signatures)
        petitions = {title_of(signature.petition, known) for signature in self.signatures}
        subject = f"{self.what()}: {', '.join(sorted(petitions))}"
        return super().get_context_data(**kwargs) | {"subject": subject}

    def what(self) -> str:
        """What the verb is about."""
        if len(self.ids) == 1:
            return _("Signature no. %(number)s") % {"number": self.ids[0]}
        return ngettext("%(number)s signature", "%(number)s signatures", len(self.ids)) % {
            "number": len(self.ids)
        }

    def way_back(self):
        if len(self.ids) == 1 and self.scope.filter(pk=self.ids[0]).exists():
            return reverse("campaign_signatures:inspect", args=self.ids)
        return reverse("campaign_signatures:index")


class InvalidateView(VerbView):
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

    def left(self, number: int) -> str:
        """What to say of those that were not in the state for it."""
        left = len(self.ids) - number
        if not left:
            return ""
        return " " + ngettext(
            "%(number)s was left as it is.", "%(number)s were left as they are.", left
        ) % {"number": left}


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
