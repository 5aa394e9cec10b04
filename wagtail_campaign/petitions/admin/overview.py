"""All petitions in the admin: states, goals and numbers."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column

from ...actions import endings, tallies, words
from ...actions.admin.overview import ActionListView
from .. import permissions
from ..models import METRIC, PAPER, Petition, SignatureState
from . import numbers


class PetitionListView(ActionListView):
    """Every petition that the user may change or follow, newest first."""

    model = Petition
    index_url_name = "campaign_petitions:index"
    index_results_url_name = "campaign_petitions:index_results"
    page_title = gettext_lazy("Petitions")
    header_icon = "clipboard-list"
    verbose_name_plural = gettext_lazy("petitions")
    no_results_message = gettext_lazy(
        "No petitions yet. Each comes with its page: add a petition page under “Pages”."
    )
    numbers_right, settings_right = permissions.NUMBERS, permissions.SETTINGS

    def get_base_queryset(self):
        return permissions.petitions_seen_by(self.request.user)

    def own_actions(self):
        return permissions.petitions_of(self.request.user)

    def prepare(self, petitions):
        keys = [petition.key for petition in petitions]
        self.counts = tallies.counts(keys, METRIC)
        self.on_paper = tallies.counts(keys, PAPER)
        ids = [petition.pk for petition in petitions]
        self.states = numbers.states_of(ids) if self.shows_numbers else {}

    def facts(self):
        return [
            Column(
                "forgotten",
                label=_("Who signed is forgotten"),
                accessor=lambda p: words.local_day(p.forgotten_at or endings.forgets_on(p)),
            )
        ]

    def figures(self):
        return [
            self.number_column(
                "count", _("Confirmed"), lambda petition: self.counts.get(petition.key, 0)
            ),
            self.number_column(
                "paper", _("On paper"), lambda petition: self.on_paper.get(petition.key, 0)
            ),
            self.goal_column(
                lambda p: self.counts.get(p.key, 0) + self.on_paper.get(p.key, 0),
            ),
            self.state_column(SignatureState.PENDING),
            self.state_column(SignatureState.WITHDRAWN),
            self.state_column(SignatureState.INVALID),
        ]

    def state_column(self, state):
        """How many signatures are in a state."""
        return self.number_column(
            state.value, state.label, lambda p: self.states.get(p.pk, {}).get(state, 0)
        )

    def address_of(self, action):
        return address_for(self.request.user, action)


def address_for(user, petition: Petition) -> str | None:
    """Where a petition of the user's leads to: its settings, else its signatures."""
    if permissions.can(user, permissions.SETTINGS):
        return reverse("campaign_petitions:edit", args=[petition.pk])
    if permissions.can(user, *permissions.ANY_OF_SIGNATURES):
        return f"{reverse('campaign_signatures:index')}?petition={petition.pk}"
    return None
