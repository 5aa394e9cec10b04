"""What is still missing, beside the page in the editor and over the settings."""

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from ...actions.admin.panels import LivePanel
from ...actions.permissions import may_edit
from .. import permissions
from ..models import LetterTemplate, UrgentAction
from ..preflight import Problem, problems
from ..targets import Mission

HEADING = _("Before you publish")


class PreflightPanel(LivePanel):
    """What stands against publishing, and what else is missing, each with the way to mend it."""

    def __init__(self, heading=HEADING, icon="tasks", **kwargs):
        super().__init__(heading=heading, icon=icon, **kwargs)

    class BoundPanel(LivePanel.BoundPanel):
        template_name = "wagtail_campaign/admin/preflight_panel.html"
        rights = (permissions.SETTINGS,)
        not_yet = _(
            "Once the page is saved and opened again, this says what is still missing: targets, a"
            " deadline, letters to start from, consents."
        )

        def live(self, action):
            return {"problems": preflight(action, self.request.user, self.instance)}


def preflight(action: UrgentAction, user, page: Page | None = None) -> list[dict]:
    """The problems as the template has them: said, stops, and the address where to mend it."""
    finder, own = AdminURLFinder(user), may_edit(user, action)
    return [
        {
            "said": problem.said,
            "stops": problem.stops,
            "url": address(problem.where, action, finder, own, problem.query),
        }
        for problem in _the_grave_first(problems(action, page))
    ]


def _the_grave_first(found: list[Problem]) -> list[Problem]:
    return sorted(found, key=lambda problem: not problem.stops)


def address(where, action, finder, own: bool, query: str = "") -> str | None:
    """Where something is mended; None where the user may not go there.

    ``where`` is a record, a model, or the name of a page about the action: see ``Problem``.
    """
    if isinstance(where, LetterTemplate):
        return _of_action("template_edit", action, where.pk) if own else None
    if isinstance(where, str):
        url = _of_action(where, action) if own else None
        return f"{url}?{query}" if url and query else url
    if where is Mission:
        try:
            return reverse("campaign_missions:index")
        except NoReverseMatch:
            return None
    if isinstance(where, Page):
        return None
    return finder.get_edit_url(where)


def _of_action(name: str, action, *more) -> str:
    return reverse(f"campaign_urgent_actions:{name}", args=[action.pk, *more])
