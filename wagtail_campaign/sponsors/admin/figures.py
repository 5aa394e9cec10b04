"""The numbers of one sponsor list as charts: by day, type, country, language, source, and how
organisations were verified."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...actions import words
from ...actions.admin import charts
from ...actions.admin.figures import FiguresMixin, by_country, by_language, by_source
from .. import listing, permissions, types
from ..states import Verified
from . import numbers
from .of_list import OfListMixin


class FiguresView(OfListMixin, FiguresMixin, WagtailAdminTemplateMixin, TemplateView):
    """Charts with tables; for those who may see numbers, of their own and of public lists."""

    right = permissions.NUMBERS
    counted = gettext_lazy("Sponsors")
    nothing = gettext_lazy("Nobody is on the list yet.")
    chart_label = gettext_lazy("Sponsors over time; the table below has the numbers.")

    def actions(self):
        return permissions.lists_seen_by(self.request.user)

    def home_of(self, action):
        # Nowhere for those who only see its numbers.
        if not permissions.can(self.request.user, *permissions.ANY_OF_SPONSORS):
            return None
        own = permissions.lists_of(self.request.user).filter(pk=action.pk).exists()
        return super().home_of(action) if own else None

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        found = numbers.read(self.sponsor_list)
        if not found.days:
            return context
        tables = [(_("By type"), self.by_type(found.types))]
        if found.verified:
            named = charts.bars(found.verified, lambda by: Verified(by).label)
            tables.append((_("Organisations by how they were verified"), named))
        tables += [
            by_country(found.countries),
            by_language(found.languages),
            by_source(found.sources),
        ]
        notes = {
            "note": _(
                "Those on the list, as of %(moment)s. They are counted at most once a minute."
            )
            % {"moment": words.moment(found.at)},
            "note_on_days": _(
                "Days begin at midnight UTC. Each stands at the day on which it was published"
                " first."
            ),
        }
        return context | notes | self.drawn(found.days, tables)

    def by_type(self, counted: dict[tuple[str, str], int]) -> list:
        """Types as they are called in the list; without one, or with one that was removed, as the
        rest is."""
        headings = {
            group.value: group.heading
            for group in listing.groups_of(types.for_reader(self.sponsor_list))
        }
        by_value = {}
        for (kind, uuid), number in counted.items():
            value = uuid if uuid in headings else kind
            by_value[value] = by_value.get(value, 0) + number
        return charts.bars(by_value, headings.get)
