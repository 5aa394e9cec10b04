"""The exports, as downloads."""

from django.utils import timezone
from django.utils.functional import cached_property
from django.views import View

from ...actions import logs, spreadsheets
from ...actions.titles import title_of, titles
from .. import permissions
from . import export
from .filters import SponsorFilterSet
from .listing import SponsorsMixin


class ExportView(SponsorsMixin, View):
    """The list by the filter in the address as CSV, for those who may export."""

    rights = (permissions.EXPORT,)
    answer = staticmethod(spreadsheets.csv_response)

    @cached_property
    def filters(self):
        return SponsorFilterSet(self.request.GET, request=self.request)

    def get(self, request):
        sponsors, personal = self.filters.sponsors(), self.can(permissions.PERSONAL)
        lists = list(self.filters.lists())
        known = titles(each.key for each in lists)
        logs.note(
            lists,
            "campaign.export_sponsors",
            request.user,
            label=lambda each: title_of(each, known),
            filters=self.filters.for_log(),
            personal=personal,
            count=sponsors.count(),
        )
        name = f"sponsors-{timezone.localdate():%Y-%m-%d}"
        return self.answer(export.sponsors(sponsors, personal), name)


class ExportXlsxView(ExportView):
    """The same as XLSX; a list has thousands of rows, not millions, so it is made at once."""

    answer = staticmethod(spreadsheets.xlsx_response)
