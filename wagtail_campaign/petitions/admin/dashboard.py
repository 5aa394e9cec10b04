"""The latest petitions on the admin's home page."""

from wagtail.admin.ui.components import Component

from ...actions import goals, siblings, tallies
from ...actions.titles import title_of, titles
from .. import permissions
from ..models import COUNTED
from .overview import address_for
from .panels import status_label

LATEST = 5


class LatestPetitionsPanel(Component):
    """How the latest petitions stand; for those who may see numbers."""

    name = "campaign_petitions"
    template_name = "wagtail_campaign/admin/home_petitions.html"
    order = 120

    class Media:
        css = {"all": ["wagtail_campaign/admin.css"]}

    def render_html(self, parent_context=None):
        if not permissions.can(parent_context["request"].user, permissions.NUMBERS):
            return ""
        return super().render_html(parent_context)

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        petitions = list(permissions.petitions_seen_by(user).order_by("-pk")[:LATEST])
        keys = [petition.key for petition in petitions]
        known, counts = titles(keys), tallies.counts(keys, *COUNTED)
        public = siblings.published(keys)
        own = permissions.petitions_of(user).filter(pk__in=[petition.pk for petition in petitions])
        own = set(own.values_list("pk", flat=True))
        rows = [
            {
                "title": title_of(petition, known),
                "url": address_for(user, petition) if petition.pk in own else None,
                "status": status_label(petition, public),
                "count": (count := counts.get(petition.key, 0)),
                "goal": goals.shown(petition.goal, petition.raises_goal, count),
            }
            for petition in petitions
        ]
        return {"rows": rows}
