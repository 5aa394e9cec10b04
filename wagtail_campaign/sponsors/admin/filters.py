"""How the list of sponsors is narrowed down, and its export with it."""

import django_filters
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ...actions.admin.filters import DaysFilter, RecordFilterSet
from .. import listing, naming, permissions, types
from ..models import Sponsor
from ..states import Kind, SponsorState, Verified

REVIEW = [("true", _("To be looked at")), ("false", _("Looked at"))]
NOT_VERIFIED = "no"


class SponsorFilterSet(RecordFilterSet):
    """List, review, state, who, type, verification, name, country, language and days; and who
    entered. Types are those of one list: the chosen one, or the only one."""

    sponsor_list = django_filters.ChoiceFilter(label=_("Sponsor list"), widget=forms.Select)
    needs_review = django_filters.ChoiceFilter(
        label=_("Review"), choices=REVIEW, widget=forms.RadioSelect, method="by_review"
    )
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=SponsorState.choices, widget=forms.RadioSelect
    )
    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("sponsor", "Who"), choices=Kind.choices, widget=forms.RadioSelect
    )
    type = django_filters.ChoiceFilter(
        label=pgettext_lazy("sponsor", "Type"), widget=forms.Select, method="by_type"
    )
    verified_by = django_filters.ChoiceFilter(
        label=_("Verified"),
        choices=[(NOT_VERIFIED, Verified.NO.label), *Verified.choices[1:]],
        widget=forms.RadioSelect,
        method="by_verification",
    )
    name = django_filters.CharFilter(
        label=_("Published name"), max_length=100, method="by_name", widget=forms.TextInput
    )
    created_at = DaysFilter(_("Entered"))

    personal = permissions.PERSONAL
    order = (
        "sponsor_list",
        "needs_review",
        "name",
        "state",
        "kind",
        "type",
        "verified_by",
        "language",
        "country",
        "created_at",
        "people",
    )

    class Meta:
        model = Sponsor
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.groups:
            self.offer("type", [(group.value, group.heading) for group in self.groups])
        else:
            del self.filters["type"]

    @cached_property
    def groups(self) -> list[listing.Group]:
        """Under which headings the entries of the one list stand; none while it isn't one."""
        lists, chosen = self.actions_of_user(), (self.data or {}).get("sponsor_list", "")
        if chosen.isascii() and chosen.isdecimal() and len(chosen) < 19:
            lists = lists.filter(pk=chosen)
        found = list(lists[:2])
        return listing.groups_of(types.for_reader(found[0])) if len(found) == 1 else []

    def actions_of_user(self):
        return permissions.lists_of(self.request.user)

    def by_review(self, queryset, name, value):
        """Those that a moderator has to look at, or not."""
        return queryset.filter(needs_review=value == "true")

    def by_type(self, queryset, name, value):
        """Those that stand under a heading of the list."""
        group = next(each for each in self.groups if each.value == value)
        return queryset.filter(listing.in_group(group, self.groups))

    def by_verification(self, queryset, name, value):
        """Organisations by how they were verified."""
        return queryset.filter(
            kind=Kind.ORGANISATION, verified_by="" if value == NOT_VERIFIED else value
        )

    def by_name(self, queryset, name, value):
        """Those that have all the words, in whatever script and case."""
        for word in naming.words_of(value):
            queryset = queryset.filter(search__contains=word)
        return queryset

    def for_log(self):
        # What was looked for may be a person's name.
        return {name: said for name, said in super().for_log().items() if name != "name"}

    def sponsors(self):
        """The entries that the user may list, by these filters; none by odd ones."""
        sponsors = permissions.sponsors_of(self.request.user)
        return self.filter_queryset(sponsors) if self.is_valid() else sponsors.none()

    def lists(self):
        """The lists that it may be about: the chosen one, or all of the user's."""
        lists = self.actions_of_user()
        chosen = self.form.cleaned_data.get("sponsor_list") if self.is_valid() else ""
        return lists.filter(pk=chosen) if chosen else lists
