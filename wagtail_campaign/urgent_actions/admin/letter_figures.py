"""The numbers of letters of one urgent action as charts: by day, target, way, language, country."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...actions import words
from ...actions.admin import charts
from ...actions.admin.figures import FiguresMixin, by_country, by_language
from ...actions.admin.records import RightsMixin
from ...actions.titles import title_of
from .. import permissions
from ..directory.targets import Target
from ..models import Channel
from . import letter_numbers
from .letter_filters import called


class LetterFiguresView(RightsMixin, FiguresMixin, WagtailAdminTemplateMixin, TemplateView):
    """Charts with tables; for those who may see numbers, of their own and of public actions."""

    rights = (permissions.NUMBERS,)
    counted = gettext_lazy("Letters")
    nothing = gettext_lazy("No letter has been confirmed yet.")
    chart_label = gettext_lazy("Letters over time; the table below has the numbers.")

    @cached_property
    def action(self):
        seen = permissions.actions_seen_by(self.request.user)
        return get_object_or_404(seen, pk=self.kwargs["pk"])

    def get_page_subtitle(self):
        return title_of(self.action)

    def get_breadcrumbs_items(self):
        lists = permissions.can(self.request.user, *permissions.ANY_OF_LETTERS)
        letters = {
            "url": reverse("campaign_letters:index") if lists else None,
            "label": _("Letters"),
        }
        return [*self.breadcrumbs_items, letters, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        numbers = letter_numbers.read(self.action)
        if not numbers.days:
            return context
        tables = [
            (_("By target"), self.by_target(numbers.targets)),
            (_("By way"), charts.bars(numbers.channels, lambda code: Channel(code).label)),
            by_country(numbers.countries),
            by_language(numbers.languages),
        ]
        notes = {
            "note": _(
                "Confirmed letters without those that were cancelled, as of %(moment)s. They are"
                " counted at most once a minute."
            )
            % {"moment": words.moment(numbers.at)},
            "note_on_days": _(
                "Days begin at midnight UTC. Letters whose data were erased stand at the first of"
                " their month."
            ),
        }
        return context | notes | self.drawn(numbers.days, tables)

    def by_target(self, numbers: dict) -> list:
        """Their names from one query; "" is solidarity, and targets that were deleted."""
        targets = Target.objects.prefetch_related("words").in_bulk([pk for pk in numbers if pk])
        language = (get_language() or "en").split("-")[0]
        none = _("The persons concerned") if self.action.is_solidarity else _("Target deleted")
        return charts.bars(
            {str(pk or ""): number for pk, number in numbers.items()},
            lambda pk: called(targets.get(int(pk)), language) if pk else none,
        )
