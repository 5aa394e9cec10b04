"""Which targets and embassies a list shows, and the file that is made of it: filters and search."""

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.filters import WagtailFilterSet

from ...supporters import countries
from ..directory.contacts import Contact
from ..directory.missions import Mission
from ..directory.targets import Target, TargetWords


class TargetFilterSet(WagtailFilterSet):
    """State, and whether it is in use; only states that there are."""

    country = django_filters.ChoiceFilter(
        label=pgettext_lazy("country", "State"), widget=forms.Select
    )
    is_active = django_filters.BooleanFilter(
        label=gettext_lazy("In use"),
        widget=forms.RadioSelect(
            choices=[
                ("", gettext_lazy("All")),
                ("true", gettext_lazy("Yes")),
                ("false", gettext_lazy("No")),
            ]
        ),
    )
    BY_COUNTRY = ("country",)

    class Meta:
        model = Target
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.BY_COUNTRY:
            there = set(self._meta.model.objects.values_list(name, flat=True).distinct())
            choices = [c for c in countries.choices(get_language() or "en") if c[0] in there]
            self.filters[name].extra |= {"choices": choices, "empty_label": _("All")}


class MissionFilterSet(TargetFilterSet):
    """Also the host country."""

    host = django_filters.ChoiceFilter(label=gettext_lazy("Host country"), widget=forms.Select)
    BY_COUNTRY = ("country", "host")

    class Meta:
        model = Mission
        fields = []


def searched(queryset, text: str):
    """Those of a queryset of targets whose office, name, contact or key has a text in it."""
    called = TargetWords.objects.filter(
        Q(office__icontains=text) | Q(name__icontains=text), target=OuterRef("pk")
    )
    reached = Contact.objects.filter(value__icontains=text, target=OuterRef("pk"))
    return queryset.filter(Exists(called) | Exists(reached) | Q(key__iexact=text))


def listed(model):
    """The targets that are no embassies, or the embassies."""
    targets = model.objects.all()
    return targets.filter(mission__isnull=True) if model is Target else targets


#: The filters by what they filter.
FILTERS = {Target: TargetFilterSet, Mission: MissionFilterSet}
