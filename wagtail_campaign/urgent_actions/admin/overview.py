"""All urgent actions in the admin: states, deadlines, letters."""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column

from ...actions import tallies
from ...actions.admin.overview import ActionListView
from .. import permissions
from ..models import METRIC, Delivery, UrgentAction
from .panels import deadline, deliveries, status_of

#: The deliveries that have a column, the first to be looked after.
SHOWN = (Delivery.HELD, Delivery.QUEUED, Delivery.SENT, Delivery.REFUSED, Delivery.UNKNOWN)


class UrgentActionListView(ActionListView):
    """Every urgent action that the user may change or follow, newest first."""

    model = UrgentAction
    index_url_name = "campaign_urgent_actions:index"
    index_results_url_name = "campaign_urgent_actions:index_results"
    page_title = gettext_lazy("Urgent actions")
    header_icon = "warning"
    verbose_name_plural = gettext_lazy("urgent actions")
    no_results_message = gettext_lazy(
        "No urgent actions yet. Each comes with its page: add an urgent action page under “Pages”."
    )
    numbers_right, settings_right = permissions.NUMBERS, permissions.SETTINGS

    def get_base_queryset(self):
        return permissions.actions_seen_by(self.request.user)

    def own_actions(self):
        return permissions.actions_of(self.request.user)

    def prepare(self, actions):
        ids = [action.pk for action in actions]
        self.persons = _numbers(UrgentAction.persons.through, ids)
        self.targets = _numbers(UrgentAction.targets.through, ids)
        if self.shows_numbers:
            self.counts = tallies.counts([action.key for action in actions], METRIC)
            self.deliveries = deliveries(ids)

    def status_of(self, action):
        return status_of(action, self.published)

    def facts(self):
        return [
            Column("deadline", label=_("Deadline"), accessor=deadline),
            self.number_column("persons", _("Persons"), lambda a: self.persons.get(a.pk, 0)),
            self.number_column("targets", _("Targets"), lambda a: self.targets.get(a.pk, 0)),
        ]

    def figures(self):
        return [
            self.number_column("letters", _("Letters"), lambda a: self.counts.get(a.key, 0)),
            *(self.delivery_column(delivery) for delivery in SHOWN),
        ]

    def delivery_column(self, delivery):
        """How many letters are on their way so far."""
        return self.number_column(
            delivery.value,
            delivery.label,
            lambda a: self.deliveries.get(a.pk, {}).get(delivery.value, 0),
        )

    def address_of(self, action):
        return address_for(self.request.user, action)


def address_for(user, action: UrgentAction) -> str | None:
    """Where an urgent action of the user's leads to."""
    if permissions.can(user, permissions.SETTINGS):
        return reverse("campaign_urgent_actions:edit", args=[action.pk])
    return None


def _numbers(through, ids) -> dict[int, int]:
    rows = through.objects.filter(urgentaction__in=ids).order_by()
    return dict(rows.values_list("urgentaction").annotate(Count("pk")))
