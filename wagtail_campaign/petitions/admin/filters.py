"""How the list of signatures is narrowed down, and its export with it."""

from urllib.parse import urlencode

import django_filters
from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.coreutils import get_content_languages

from ...actions.moments import refuse_odd_years
from ...actions.titles import title_of, titles
from ...supporters import countries
from .. import permissions
from ..breakdown import MANY, Breakdown
from ..models import Petition, Signature, SignatureState

SHOW_PEOPLE = [("1", _("Shown; each look is logged"))]


class SignatureFilterSet(WagtailFilterSet):
    """Petition, state, language, country and days; and whether to show who signed.

    The last is no filter, but kept with them: people are shown to those with the right, and only
    while they ask for it.
    """

    petition = django_filters.ChoiceFilter(label=_("Petition"), widget=forms.Select)
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=SignatureState.choices, widget=forms.RadioSelect
    )
    language = django_filters.ChoiceFilter(label=_("Language"), widget=forms.RadioSelect)
    country = django_filters.ChoiceFilter(label=_("Country"), widget=forms.Select)
    created_at = django_filters.DateFromToRangeFilter(
        label=_("Signed"), widget=DateRangePickerWidget, validators=[refuse_odd_years]
    )
    people = django_filters.ChoiceFilter(
        label=_("Names and addresses"),
        choices=SHOW_PEOPLE,
        widget=forms.RadioSelect,
        method="keep",
        empty_label=_("Hidden"),
    )

    class Meta:
        model = Signature
        fields = []

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, request=request, **kwargs)
        petitions = list(permissions.petitions_of(request.user).order_by("-pk"))
        known = titles(petition.key for petition in petitions)
        self._offer("petition", [(p.pk, title_of(p, known)) for p in petitions])
        self._offer("language", _languages(petitions))
        self._offer("country", countries.choices(get_language() or "en"))
        for name in ("state", "language", "petition", "country"):
            self.filters[name].extra.setdefault("empty_label", _("All"))
        if not permissions.can(request.user, permissions.PERSONAL):
            del self.filters["people"]

    def _offer(self, name: str, choices: list) -> None:
        self.filters[name].extra["choices"] = choices

    def keep(self, queryset, name, value):
        return queryset

    def signatures(self):
        """The signatures that the user may list, by these filters; none by odd ones."""
        signatures = permissions.signatures_of(self.request.user)
        return self.filter_queryset(signatures) if self.is_valid() else signatures.none()

    def petitions(self):
        """The petitions that the list may be about: the chosen one, or all of the user's."""
        petitions = permissions.petitions_of(self.request.user)
        chosen = self.form.cleaned_data.get("petition") if self.is_valid() else ""
        return petitions.filter(pk=chosen) if chosen else petitions

    @property
    def shows_people(self) -> bool:
        """Whether names and addresses were asked for, by somebody with the right to."""
        return self.is_valid() and self.form.cleaned_data.get("people") == "1"

    def for_log(self) -> dict:
        """What was filtered by, for the log of an export: codes and days."""
        said = {}
        for name, value in (self.form.cleaned_data if self.is_valid() else {}).items():
            if isinstance(value, slice):
                said[name] = f"{_day(value.start)}–{_day(value.stop)}"
            elif value and name != "people":
                said[name] = str(value)
        return said

    def for_later(self) -> str:
        """The same as a query string for this list. Nothing else that stood in the address."""
        said = self.for_log()
        if days := said.pop("created_at", ""):
            said["created_at_from"], _dash, said["created_at_to"] = days.partition("–")
        return urlencode(said)


def _languages(petitions: list[Petition]) -> list[tuple[str, str]]:
    """The languages of the site; where many signed, those in which somebody did.

    Of one that nobody used the database would look for the first signature through all of them.
    """
    languages = list(get_content_languages().items())
    counted = Breakdown.objects.filter(petition__in=petitions).values_list("count", "languages")
    if sum(number for number, _by_language in counted) < MANY:
        return languages
    used = {code for _number, by_language in counted for code in by_language}
    return [(code, name) for code, name in languages if code in used]


def _day(moment) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d}" if moment else ""
