"""How the list of signatures is narrowed down, and its export with it."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from ...actions.admin.filters import DaysFilter, RecordFilterSet
from .. import permissions
from ..breakdown import MANY, Breakdown
from ..models import Petition, Signature


class SignatureFilterSet(RecordFilterSet):
    """Petition, state, language, country and days; and whether to show who signed."""

    petition = django_filters.ChoiceFilter(label=_("Petition"), widget=forms.Select)
    created_at = DaysFilter(_("Signed"))

    personal = permissions.PERSONAL
    order = ("petition", "state", "language", "country", "created_at", "people")

    class Meta:
        model = Signature
        fields = []

    def actions_of_user(self):
        return permissions.petitions_of(self.request.user)

    def languages(self, actions: list[Petition]):
        """The languages of the site; where many signed, those in which somebody did.

        Of one that nobody used the database would look for the first signature through all of them.
        """
        languages = super().languages(actions)
        counted = Breakdown.objects.filter(petition__in=actions).values_list("count", "languages")
        if sum(number for number, _by_language in counted) < MANY:
            return languages
        used = {code for _number, by_language in counted for code in by_language}
        return [(code, name) for code, name in languages if code in used]

    def signatures(self):
        """The signatures that the user may list, by these filters; none by odd ones."""
        signatures = permissions.signatures_of(self.request.user)
        return self.filter_queryset(signatures) if self.is_valid() else signatures.none()

    def petitions(self):
        """The petitions that the list may be about: the chosen one, or all of the user's."""
        petitions = permissions.petitions_of(self.request.user)
        chosen = self.form.cleaned_data.get("petition") if self.is_valid() else ""
        return petitions.filter(pk=chosen) if chosen else petitions
