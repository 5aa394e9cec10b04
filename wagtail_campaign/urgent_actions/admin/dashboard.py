"""The latest urgent actions on the admin's home page, and the letters that wait for somebody."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from ...actions import siblings, tallies
from ...actions.titles import title_of, titles
from .. import permissions
from ..models import METRIC, Delivery
from . import letter_numbers
from .overview import address_for
from .panels import deadline, status_of

LATEST = 5


class LatestUrgentActionsPanel(Component):
    """How the latest urgent actions stand, for those who may see numbers; and how many letters wait
    for a moderator, for those who may look after letters: after the deadline it is too late."""

    name = "campaign_urgent_actions"
    template_name = "wagtail_campaign/admin/home_urgent_actions.html"
    order = 118

    class Media:
        css = {"all": ["wagtail_campaign/admin.css"]}

    def render_html(self, parent_context=None):
        user = parent_context["request"].user
        self.context = {"rows": rows(user), "held": held(user)}
        return super().render_html(parent_context) if any(self.context.values()) else ""

    def get_context_data(self, parent_context):
        return self.context | {
            "held_url": f"{reverse('campaign_letters:index')}?delivery={Delivery.HELD}"
        }


def rows(user) -> list[dict]:
    """The latest urgent actions as the template has them, none for who may not see numbers."""
    if not permissions.can(user, permissions.NUMBERS):
        return []
    actions = list(permissions.actions_seen_by(user).order_by("-pk")[:LATEST])
    keys = [action.key for action in actions]
    known, counts = titles(keys), tallies.counts(keys, METRIC)
    public = siblings.published(keys)
    own = permissions.actions_of(user).filter(pk__in=[action.pk for action in actions])
    own = set(own.values_list("pk", flat=True))
    return [
        {
            "title": title_of(action, known),
            "url": address_for(user, action) if action.pk in own else None,
            "status": status_of(action, public),
            "deadline": deadline(action),
            "count": counts.get(action.key, 0),
        }
        for action in actions
    ]


def held(user) -> int:
    """How many letters wait for a moderator, of the user's own urgent actions."""
    if not permissions.can(user, *permissions.ANY_OF_LETTERS):
        return 0
    ids = list(permissions.actions_of(user).values_list("pk", flat=True))
    return letter_numbers.queue_of(ids)[Delivery.HELD]
