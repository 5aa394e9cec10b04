"""How a list of records is narrowed down."""

from urllib.parse import urlencode

import django_filters
from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.coreutils import get_content_languages

from ...supporters import countries
from ..permissions import can
from ..records import RecordState
from ..titles import title_of, titles
from ..typed_dates import refuse_odd_years

SHOW_PEOPLE = [("1", _("Shown; each look is logged"))]


class DaysFilter(django_filters.DateFromToRangeFilter):
    """From a day until another."""

    def __init__(self, label):
        super().__init__(label=label, widget=DateRangePickerWidget, validators=[refuse_odd_years])


class RecordFilterSet(WagtailFilterSet):
    """State, language, country and days; and whether to show whose records they are.

    The last is no filter, but kept with them: people are shown to those with the right, and only
    while they ask for it. Slices add the action, and what else there is.
    """

    state = django_filters.ChoiceFilter(
        label=_("State"), choices=RecordState.choices, widget=forms.RadioSelect
    )
    language = django_filters.ChoiceFilter(label=_("Language"), widget=forms.RadioSelect)
    country = django_filters.ChoiceFilter(label=_("Country"), widget=forms.Select)
    created_at = DaysFilter(_("Date"))
    people = django_filters.ChoiceFilter(
        label=_("Names and addresses"),
        choices=SHOW_PEOPLE,
        widget=forms.RadioSelect,
        method="keep",
        empty_label=_("Hidden"),
    )

    #: The right to see whose they are; the filters in the order in which they are shown, the first
    #: that of the action.
    personal: str
    order: tuple[str, ...]

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, request=request, **kwargs)
        actions = list(self.actions_of_user().order_by("-pk"))
        known = titles(action.key for action in actions)
        self.offer(self.order[0], [(action.pk, title_of(action, known)) for action in actions])
        self.offer("language", self.languages(actions))
        self.offer("country", countries.choices(get_language() or "en"))
        self.filters = {name: self.filters[name] for name in self.order}
        for each in self.filters.values():
            if isinstance(each, django_filters.ChoiceFilter):
                each.extra.setdefault("empty_label", _("All"))
        if not can(request.user, self.personal):
            del self.filters["people"]

    def actions_of_user(self):
        """The actions whose records are the user's business: a queryset."""
        raise NotImplementedError

    def languages(self, actions: list) -> list[tuple[str, str]]:
        """The languages to choose from: (code, name)."""
        return list(get_content_languages().items())

    def offer(self, name: str, choices: list) -> None:
        """What can be chosen in a filter."""
        self.filters[name].extra["choices"] = choices

    def keep(self, queryset, name, value):
        """Filters nothing."""
        return queryset

    @property
    def shows_people(self) -> bool:
        """Whether names and addresses were asked for, by somebody with the right to."""
        return self.is_valid() and self.form.cleaned_data.get("people") == "1"

    def for_log(self) -> dict:
        """What was filtered by, for a log: codes and days."""
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


def _day(moment) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d}" if moment else ""
