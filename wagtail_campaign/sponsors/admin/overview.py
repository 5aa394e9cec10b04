"""All sponsor lists in the admin: states, goals and numbers."""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions import tallies
from ...actions.admin.overview import ActionListView
from .. import permissions
from ..ledger import MEMBERS, ORGANISATIONS, PERSONS
from ..models import Sponsor, SponsorList
from .listing import index_of


class SponsorListsView(ActionListView):
    """Every list that the user may change or follow, newest first."""

    model = SponsorList
    index_url_name = "campaign_sponsor_lists:index"
    index_results_url_name = "campaign_sponsor_lists:index_results"
    page_title = gettext_lazy("Sponsor lists")
    header_icon = "group"
    verbose_name_plural = gettext_lazy("sponsor lists")
    no_results_message = gettext_lazy(
        "No sponsor lists yet. Each comes with its page: add a sponsor page under “Pages”."
    )
    numbers_right, settings_right = permissions.NUMBERS, permissions.SETTINGS

    def get_base_queryset(self):
        return permissions.lists_seen_by(self.request.user)

    def own_actions(self):
        return permissions.lists_of(self.request.user)

    def prepare(self, lists):
        self.counts = tallies.all_counts([each.key for each in lists])
        waiting = Sponsor.objects.filter(sponsor_list__in=lists, needs_review=True).order_by()
        self.waiting = dict(waiting.values_list("sponsor_list").annotate(Count("pk")))

    def of(self, sponsor_list, *metrics: str) -> int:
        """A count of a list on the page, of several metrics together."""
        counts = self.counts.get(sponsor_list.key, {})
        return sum(counts.get(metric, 0) for metric in metrics)

    def figures(self):
        return [
            self.number_column(
                "waiting", _("To be looked at"), lambda s: self.waiting.get(s.pk, 0)
            ),
            self.number_column(
                "organisations", _("Organisations"), lambda s: self.of(s, ORGANISATIONS)
            ),
            self.number_column("persons", _("Persons"), lambda s: self.of(s, PERSONS)),
            self.number_column("members", _("Members"), lambda s: self.of(s, MEMBERS)),
            self.goal_column(lambda s: self.of(s, ORGANISATIONS, PERSONS)),
        ]

    def address_of(self, action):
        user = self.request.user
        if permissions.can(user, permissions.SETTINGS):
            return reverse("campaign_sponsor_lists:edit", args=[action.pk])
        if permissions.can(user, *permissions.ANY_OF_SPONSORS):
            return index_of(action)
        return None
