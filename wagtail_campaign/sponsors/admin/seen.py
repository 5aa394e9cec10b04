"""What a moderator saw of entries before deciding, so that nothing is decided unseen."""

from collections.abc import Iterable

from django import forms

from ...actions.admin.verbs import ReasonForm
from .. import entries
from ..models import Sponsor
from .verbs import SponsorVerbView

MOST_DIGITS = 19


def versions(sponsors: Iterable[Sponsor]) -> str:
    """The versions of entries as an address and a form keep them: "1-1790000000000000.2-…"."""
    return ".".join(f"{sponsor.pk}-{entries.version(sponsor)}" for sponsor in sponsors)


def read(given: str) -> dict[int, int]:
    """{id: version} of what ``versions`` gave, without what is odd."""
    pairs = [pair.split("-") for pair in given.split(".")]
    return {
        int(pair[0]): int(pair[1]) for pair in pairs if len(pair) == 2 and all(map(_fits, pair))
    }


def _fits(part: str) -> bool:
    return part.isascii() and part.isdecimal() and len(part) <= MOST_DIGITS


class SeenForm(forms.Form):
    """Keeps what was seen until the moderator says yes."""

    versions = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def seen(self) -> dict[int, int]:
        """{id: version} of the entries."""
        return read(self.cleaned_data["versions"])


class SeenReasonForm(ReasonForm, SeenForm):
    """The same, with the reason why."""


class DecideView(SponsorVerbView):
    """A decision on what was seen: on the page of an entry that led here, or else here."""

    form_class = SeenForm

    def get_initial(self):
        seen = versions(self.records)
        # What the page of the entry showed comes last, and so counts.
        return super().get_initial() | {"versions": f"{seen}.{self.request.GET.get('seen', '')}"}
