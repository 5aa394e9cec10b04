"""The latest petitions on the admin's home page."""

from datetime import timedelta

from django.utils import timezone
from wagtail.admin.ui.components import Component

from ...actions import endings, goals, siblings, tallies, words
from ...actions.admin.panels import status_label
from ...actions.titles import title_of, titles
from .. import permissions
from ..models import COUNTED
from .overview import address_for

LATEST = 5
SOON = timedelta(days=30)


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
        return {"rows": rows, "soon": soon_forgotten(user)}


def soon_forgotten(user) -> list[tuple[str, str]]:
    """(title, day) of those of a user's petitions whose signers are forgotten within a month."""
    over = permissions.petitions_of(user).filter(ended_at__isnull=False, forgotten_at=None)
    then = timezone.now() + SOON
    soon = {p: on for p in over.order_by("ended_at") if (on := endings.forgets_on(p)) and on < then}
    known = titles(petition.key for petition in soon)
    return [(title_of(p, known), words.local_day(on)) for p, on in soon.items()]
