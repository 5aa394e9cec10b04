"""What is still missing, beside the page in the editor and over the settings."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from ..preflight import Problem
from .panels import LivePanel

HEADING = _("Before you publish")


class PreflightPanel(LivePanel):
    """What stands against publishing, and what else is missing, each with the way to mend it.
    Slices implement ``live`` of its ``BoundPanel``: what ``told`` gives."""

    def __init__(self, heading=HEADING, icon="tasks", **kwargs):
        super().__init__(heading=heading, icon=icon, **kwargs)

    class BoundPanel(LivePanel.BoundPanel):
        template_name = "wagtail_campaign/admin/preflight_panel.html"


def told(problems: list[Problem], address: Callable, notes: list[str] = ()) -> dict:
    """What the template ``admin/preflight.html`` is given: the grave ones first, each with where it
    is mended, by ``address(problem)``, None where the user may not go; and what is good to know."""
    rows = [
        {
            "said": problem.said,
            "stops": problem.stops,
            "url": _in_place(address(problem), problem),
        }
        for problem in sorted(problems, key=lambda problem: not problem.stops)
    ]
    return {"problems": rows, "notes": notes}


def _in_place(url: str | None, problem: Problem) -> str | None:
    return f"{url}#id_{problem.field}" if url and problem.field else url
