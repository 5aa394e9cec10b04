"""The live numbers of a petition, beside its page in the editor."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from ...actions import endings, goals, siblings, words
from ...actions.models import NOT_YET, State
from ...actions.permissions import may_edit
from .. import permissions
from ..models import METRIC, PAPER, Petition
from . import numbers

HEADING = _("Live: the same in every language")
STATUSES = {**dict(State.choices), NOT_YET: _("Opens later")}
UNPUBLISHED = _("Page not published")


def status_label(petition: Petition, published: set) -> str:
    """Where a petition stands, in a word; ``published`` as ``siblings.published`` gives it.

    Nothing is open to a public that has no page to see.
    """
    status = petition.status()
    if status in {State.OPEN, NOT_YET} and petition.key not in published:
        return UNPUBLISHED
    return STATUSES[status]


class NumbersPanel(Panel):
    """Numbers, state and goal of the petition behind a page, with the ways to its settings and
    signatures. The same in every language; put it into the panels of a page with PetitionMixin.

    It has no field, so it takes no part in saving. Autosave doesn't draw it anew: the numbers are
    those of the moment at which the editor was opened.
    """

    def __init__(self, heading=HEADING, icon="view", **kwargs):
        super().__init__(heading=heading, icon=icon, **kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_campaign/admin/numbers_panel.html"

        class Media:
            css = {"all": ["wagtail_campaign/admin.css"]}

        def is_shown(self):
            rights = (permissions.NUMBERS, permissions.SETTINGS, *permissions.ANY_OF_SIGNATURES)
            return super().is_shown() and permissions.can(self.request.user, *rights)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            petition = self.instance.get_action() if self.instance.pk else None
            return context | {"live": live(petition, self.request.user) if petition else None}


def live(petition: Petition, user) -> dict:
    """What the template ``admin/numbers.html`` is given, as far as the user's rights go."""
    own = may_edit(user, petition)
    status = status_label(petition, siblings.published([petition.key]))
    context = {"petition": petition, "status": status}
    context["forgets_on"] = endings.forgets_on(petition)
    if permissions.can(user, permissions.NUMBERS):
        read = numbers.read(petition)
        counts = numbers.counts(petition)
        context["count"], context["on_paper"] = counts.get(METRIC, 0), counts.get(PAPER, 0)
        total = context["total"] = sum(counts.values())
        goal = context["goal"] = goals.shown(petition.goal, petition.raises_goal, total)
        context["percent"] = min(100, total * 100 // goal) if goal else None
        context["numbers"] = read
        context["figures_url"] = reverse("campaign_petitions:figures", args=[petition.pk])
        context["languages"] = [(words.language(code), number) for code, number in read.languages]
    if own and permissions.can(user, permissions.SETTINGS):
        context["settings_url"] = reverse("campaign_petitions:edit", args=[petition.pk])
        context["paper_url"] = reverse("campaign_petitions:paper", args=[petition.pk])
        context["outcomes_url"] = reverse("campaign_petitions:outcomes", args=[petition.pk])
    if own and permissions.can(user, permissions.MODERATE):
        context["sweeps_url"] = reverse("campaign_petitions:sweeps", args=[petition.pk])
    if own and permissions.can(user, *permissions.ANY_OF_SIGNATURES):
        url = reverse("campaign_signatures:index")
        context["signatures_url"] = f"{url}?petition={petition.pk}"
    return context
