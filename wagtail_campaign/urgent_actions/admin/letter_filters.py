"""How the list of letters is narrowed down."""

import django_filters
from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ...actions.admin.filters import DaysFilter, RecordFilterSet
from .. import permissions
from ..directory.targets import Target
from ..models import Channel, Delivery, Letter


class LetterFilterSet(RecordFilterSet):
    """Urgent action, target, way, delivery, state, country, language and days; and whose."""

    urgent_action = django_filters.ChoiceFilter(label=_("Urgent action"), widget=forms.Select)
    target = django_filters.ChoiceFilter(
        label=pgettext_lazy("letter", "Target"), widget=forms.Select
    )
    channel = django_filters.ChoiceFilter(
        label=_("Way"), choices=Channel.choices, widget=forms.RadioSelect
    )
    delivery = django_filters.ChoiceFilter(
        label=_("Delivery"),
        choices=[choice for choice in Delivery.choices if choice[0]],
        widget=forms.RadioSelect,
    )
    created_at = DaysFilter(_("Written"))

    personal = permissions.PERSONAL
    order = (
        "urgent_action",
        "target",
        "delivery",
        "channel",
        "state",
        "language",
        "country",
        "created_at",
        "people",
    )

    class Meta:
        model = Letter
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = (get_language() or "en").split("-")[0]
        targets = Target.objects.prefetch_related("words")
        named = [(target.pk, called(target, language)) for target in targets]
        self.offer("target", sorted(named, key=lambda pair: pair[1].casefold()))

    def actions_of_user(self):
        return permissions.actions_of(self.request.user)


def called(target: Target | None, language: str) -> str:
    """What a target is called for an editor; its words come along with it."""
    if target is None:
        return ""
    words = target.words_in(language)
    return words.title if words else f"#{target.pk}"
