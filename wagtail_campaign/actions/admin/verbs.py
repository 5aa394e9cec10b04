"""The pages on which an editor says yes to a verb: for one record, or all that were ticked."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...supporters.cleaning import clean_line, looks_like_an_address
from ..asking import AskView, ids_asked_about
from ..titles import title_of, titles
from .records import RecordsMixin


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


class VerbView(RecordsMixin, AskView):
    """Asks about records, given as ``?id=1&id=2``.

    Those that the user may not moderate are left out, and 404 is the answer where none is left.
    Not atomic: the verb owns its transaction.
    """

    #: What comes along with each record.
    related: tuple[str, ...] = ()

    @cached_property
    def records(self) -> list:
        """Those that the verb is about."""
        found = self.scope.filter(pk__in=ids_asked_about(self.request))
        records = list(found.order_by("pk").select_related(*self.related))
        if not records:
            raise Http404
        return records

    @property
    def ids(self) -> list[int]:
        return [record.pk for record in self.records]

    def get_context_data(self, **kwargs):
        known = titles(record.action.key for record in self.records)
        actions = {title_of(record.action, known) for record in self.records}
        subject = f"{self.what()}: {', '.join(sorted(actions))}"
        return super().get_context_data(**kwargs) | {"subject": subject}

    def what(self) -> str:
        """What the verb is about."""
        raise NotImplementedError

    def way_back(self):
        if len(self.ids) == 1 and self.scope.filter(pk=self.ids[0]).exists():
            return reverse(f"{self.namespace}:inspect", args=self.ids)
        return reverse(f"{self.namespace}:index")

    def left(self, number: int) -> str:
        """What to say of those with which nothing was done, ``number`` being the others."""
        left = len(self.ids) - number
        if not left:
            return ""
        return " " + ngettext(
            "%(number)s was left as it is.", "%(number)s were left as they are.", left
        ) % {"number": left}
