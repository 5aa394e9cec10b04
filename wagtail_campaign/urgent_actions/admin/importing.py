"""Importing targets and embassies: a file, what is wrong in it or what it would change, and yes."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions import words
from ...actions.admin import importing as shared
from ..directory import importing, reading
from ..directory.missions import Mission
from ..directory.targets import Target
from . import rights


class ImportView(shared.ImportView):
    """For those who may add or change targets or embassies; each row is checked for the right that
    it needs."""

    template_name = "wagtail_campaign/admin/import_targets.html"
    page_title = gettext_lazy("Import targets and embassies")
    about_file = gettext_lazy(
        "UTF-8, with commas or semicolons, up to 2,000 rows and 1 MB. The easiest start is a"
        " download of the list. First you see what would change."
    )

    def dispatch(self, request, *args, **kwargs):
        pairs = [(verb, model) for verb in ("add", "change") for model in (Target, Mission)]
        if not any(rights.may(request.user, *pair) for pair in pairs):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may(self, verb: str, model) -> bool:
        return rights.may(self.request.user, verb, model)

    def read(self, content):
        return reading.read(content)

    def plan(self, table):
        return importing.plan(table, self.may)

    def carry_out(self, table, agreed):
        return importing.carry_out(table, self.may, agreed, self.request.user)

    def changes(self, plan):
        return [*plan.made, *plan.changed]

    def told(self, plan):
        numbers = {
            "made": words.number(len(plan.made)),
            "changed": words.number(len(plan.changed)),
            "unchanged": words.number(plan.unchanged),
        }
        return _("New: %(made)s. Changed: %(changed)s. As before: %(unchanged)s.") % numbers

    def way_back(self):
        first = (
            "campaign_targets" if rights.sees(self.request.user, Target) else "campaign_missions"
        )
        return reverse(f"{first}:index")

    def get_breadcrumbs_items(self):
        lists = {"url": self.way_back(), "label": _("Targets")}
        return [*self.breadcrumbs_items, lists, {"url": "", "label": self.page_title}]
