"""All petitions in the admin: states, goals and numbers."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from ...actions import endings, goals, tallies, words
from ...actions.models import State
from ...actions.paging import CountedPaginator
from ...actions.siblings import published
from ...actions.titles import title_of, titles
from .. import permissions
from ..models import METRIC, PAPER, Petition, SignatureState
from . import numbers
from .panels import status_label


class PetitionListView(BaseListingView):
    """Every petition that the user may change or follow, newest first.

    Titles, counts and states are one query each, however many petitions are listed.
    """

    model = Petition
    template_name = "wagtail_campaign/admin/listing.html"
    results_template_name = "wagtailadmin/generic/listing_results.html"
    index_url_name = "campaign_petitions:index"
    index_results_url_name = "campaign_petitions:index_results"
    page_title = gettext_lazy("Petitions")
    header_icon = "pick"
    verbose_name_plural = gettext_lazy("petitions")
    default_ordering = "-pk"
    paginate_by = 50
    paginator_class = CountedPaginator
    no_results_message = gettext_lazy(
        "No petitions yet. Each comes with its page: add a petition page under “Pages”."
    )

    def dispatch(self, request, *args, **kwargs):
        if not permissions.can(request.user, permissions.NUMBERS, permissions.SETTINGS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return permissions.petitions_seen_by(self.request.user)

    def get_table(self, object_list):
        petitions = list(object_list)
        keys = [petition.key for petition in petitions]
        self.titles = titles(keys)
        self.published = published(keys)
        self.counts = tallies.counts(keys, METRIC)
        self.on_paper = tallies.counts(keys, PAPER)
        ids = [petition.pk for petition in petitions]
        self.states = numbers.states_of(ids) if self.shows_numbers else {}
        own = permissions.petitions_of(self.request.user).filter(pk__in=ids)
        self.own = set(own.values_list("pk", flat=True))
        return super().get_table(petitions)

    @property
    def shows_numbers(self) -> bool:
        return permissions.can(self.request.user, permissions.NUMBERS)

    @cached_property
    def columns(self):
        columns = [
            TitleColumn(
                "title",
                label=_("Title"),
                classname="campaign-wide",
                accessor=lambda petition: title_of(petition, self.titles),
                get_url=self.url_of,
            ),
            StatusTagColumn(
                "status",
                label=_("State"),
                accessor=lambda petition: status_label(petition, self.published),
                primary=lambda petition: petition.status() == State.OPEN,
            ),
        ]
        columns.append(
            Column(
                "forgotten",
                label=_("Who signed is forgotten"),
                accessor=lambda p: words.local_day(p.forgotten_at or endings.forgets_on(p)),
            )
        )
        if not self.shows_numbers:
            return columns
        return [
            *columns,
            Column(
                "count",
                label=_("Confirmed"),
                accessor=lambda petition: words.number(self.counts.get(petition.key, 0)),
            ),
            Column(
                "paper",
                label=_("On paper"),
                accessor=lambda petition: words.number(self.on_paper.get(petition.key, 0)),
            ),
            Column("goal", label=_("Goal"), accessor=self.goal_of),
            self.state_column(SignatureState.PENDING),
            self.state_column(SignatureState.WITHDRAWN),
            self.state_column(SignatureState.INVALID),
        ]

    def state_column(self, state):
        return Column(
            state.value,
            label=state.label,
            accessor=lambda petition: words.number(self.states.get(petition.pk, {}).get(state, 0)),
        )

    def goal_of(self, petition) -> str:
        count = self.counts.get(petition.key, 0) + self.on_paper.get(petition.key, 0)
        return words.number(goals.shown(petition.goal, petition.raises_goal, count))

    def url_of(self, petition):
        return address_for(self.request.user, petition) if petition.pk in self.own else None


def address_for(user, petition: Petition) -> str | None:
    """Where a petition of the user's leads to: its settings, else its signatures."""
    if permissions.can(user, permissions.SETTINGS):
        return reverse("campaign_petitions:edit", args=[petition.pk])
    if permissions.can(user, *permissions.ANY_OF_SIGNATURES):
        return f"{reverse('campaign_signatures:index')}?petition={petition.pk}"
    return None
