"""What is still missing of an urgent action, and the ways to mend it."""

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from ...actions.admin import preflight as shared
from ...actions.permissions import may_edit
from .. import permissions
from ..directory.missions import Mission
from ..models import LetterTemplate, UrgentAction
from ..preflight import problems


class PreflightPanel(shared.PreflightPanel):
    """What is missing of the urgent action of a page."""

    class BoundPanel(shared.PreflightPanel.BoundPanel):
        rights = (permissions.SETTINGS,)
        not_yet = _(
            "Once the page is saved and opened again, this says what is still missing: targets, a"
            " deadline, letters to start from, consents."
        )

        def live(self, action):
            return preflight(action, self.request.user, self.instance)


def preflight(action: UrgentAction, user, page: Page | None = None) -> dict:
    """The problems as the template has them: see ``actions.admin.preflight.told``."""
    finder, own = AdminURLFinder(user), may_edit(user, action)
    return shared.told(
        problems(action, page),
        lambda problem: address(problem.where, action, finder, own, problem.query),
    )


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
