"""The numbers of one petition as charts: by day, language, country and source."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...actions import words
from ...sharing.links import SERVICES
from ...supporters import countries
from .. import permissions
from ..breakdown import Breakdown
from . import charts
from .of_petition import OfPetitionMixin

#: Fewer than that from a country are summed up with others: they could be recognised.
FEW = 5


class FiguresView(OfPetitionMixin, WagtailAdminTemplateMixin, TemplateView):
    """Charts of what ``campaign_work`` counted last, with tables; for those who may see numbers."""

    template_name = "wagtail_campaign/admin/figures.html"
    page_title = gettext_lazy("Numbers")
    header_icon = "view"
    right = permissions.NUMBERS

    def actions(self):
        return permissions.petitions_seen_by(self.request.user)

    def get_context_data(self, **kwargs):
        known = Breakdown.objects.filter(petition=self.petition).first()
        context = super().get_context_data(**kwargs)
        if known is None or not known.count:
            return context | {"tables": []}
        columns = charts.over_time(known.days)
        return context | {
            "counted_at": known.counted_at,
            "columns": columns,
            "width": len(columns) * charts.WIDE,
            "height": charts.HEIGHT,
            "highest": max(column.number for column in columns),
            "tables": [
                (_("By language"), charts.bars(known.languages, words.language)),
                (
                    _("By country"),
                    charts.bars(
                        known.countries,
                        lambda code: countries.name(code) if code else _("Unknown"),
                        small=FEW,
                        rest=_("Countries with fewer than five (%(count)s)"),
                    ),
                ),
                (_("By source"), charts.bars(known.sources, source_name)),
            ],
        }


def source_name(source: str) -> str:
    """The way that brought people, in words; one of the site's own as it is written."""
    own = {"qr": _("QR code"), "share": _("Share button of the browser"), "": _("Not known")}
    named = {name: label for name, label, _link in SERVICES}
    return str(own.get(source) or named.get(source) or source)
