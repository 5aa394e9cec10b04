"""The numbers of one petition as charts: by day, language, country and source."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...actions import words
from ...actions.admin.figures import FiguresMixin, by_country, by_language, by_source
from .. import permissions
from ..breakdown import Breakdown
from .of_petition import OfPetitionMixin


class FiguresView(OfPetitionMixin, FiguresMixin, WagtailAdminTemplateMixin, TemplateView):
    """Charts of what ``campaign_work`` counted last, with tables; for those who may see numbers."""

    right = permissions.NUMBERS
    counted = gettext_lazy("Signatures")
    nothing = gettext_lazy(
        "Nothing has been counted yet. It is counted some minutes after the first signature is"
        " confirmed."
    )
    chart_label = gettext_lazy("Signatures over time; the table below has the numbers.")

    def actions(self):
        return permissions.petitions_seen_by(self.request.user)

    def get_context_data(self, **kwargs):
        known = Breakdown.objects.filter(petition=self.petition).first()
        context = super().get_context_data(**kwargs)
        if known is None or not known.count:
            return context
        tables = [
            by_language(known.languages),
            by_country(known.countries),
            by_source(known.sources),
        ]
        notes = {
            "note": _(
                "Confirmed signatures, as of %(moment)s. Paper signatures are not among them."
            )
            % {"moment": words.moment(known.counted_at)},
            "note_on_days": _(
                "Days begin at midnight UTC. Signatures whose data were erased stand at the first"
                " of their month."
            ),
        }
        return context | notes | self.drawn(known.days, tables)
