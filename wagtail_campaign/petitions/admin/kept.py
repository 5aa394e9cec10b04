"""What is kept and for how long, and when who signed which petition is forgotten."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, Table, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...actions import endings, words
from ...actions.titles import title_of, titles
from ...supporters import retention
from .. import permissions
from .overview import address_for

#: Of so many petitions that are over, the page says when who signed is forgotten.
MOST = 200


class KeptView(WagtailAdminTemplateMixin, TemplateView):
    """The table of the privacy page with what enforces it; for those who may see numbers."""

    template_name = "wagtail_campaign/admin/kept.html"
    page_title = gettext_lazy("What is kept")
    header_icon = "history"

    def dispatch(self, request, *args, **kwargs):
        if not permissions.can(request.user, permissions.NUMBERS, permissions.SETTINGS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "rows": retention.table(),
            "petitions": self.petitions(),
        }

    def petitions(self) -> Table | None:
        """The user's petitions that are over, the next to be forgotten first."""
        user = self.request.user
        over = permissions.petitions_of(user).filter(ended_at__isnull=False)
        over = list(over.order_by("-ended_at")[:MOST])
        if not over:
            return None
        known = titles(petition.key for petition in over)
        return Table(
            [
                TitleColumn(
                    "title",
                    label=_("Petition"),
                    accessor=lambda petition: title_of(petition, known),
                    get_url=lambda petition: address_for(user, petition),
                ),
                Column("end", label=_("Ended"), accessor=lambda p: words.local_day(p.ended_at)),
                Column("forgotten", label=_("Who signed"), accessor=fate),
            ],
            sorted(over, key=lambda petition: (bool(petition.forgotten_at), petition.ended_at)),
        )


def fate(petition) -> str:
    """When who signed was or will be forgotten, in words."""
    if petition.forgotten_at:
        return _("Forgotten on %(day)s") % {"day": words.local_day(petition.forgotten_at)}
    if then := endings.forgets_on(petition):
        return _("Will be forgotten on %(day)s") % {"day": words.local_day(then)}
    return _("Is kept until somebody erases it")
