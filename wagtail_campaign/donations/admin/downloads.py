"""The list of donations as downloads."""

from functools import partial

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from ...actions import logs, spreadsheets, words
from ...actions.asking import AskView
from ...actions.spreadsheets import decimal_mark, decimal_text
from ...actions.titles import title_of, titles
from .. import permissions
from . import export
from .filters import DonationFilterSet
from .listing import DonationsMixin

#: XLSX takes a second for some thousand rows; CSV streams, so it takes any number.
MOST_AT_ONCE = 10_000


class FilteredMixin(DonationsMixin):
    """The list by the filter in the address, for those who may export."""

    rights = (permissions.EXPORT,)

    @cached_property
    def filters(self):
        return DonationFilterSet(self.request.GET, request=self.request)

    @cached_property
    def donations(self):
        return self.filters.donations()

    @property
    def personal(self) -> bool:
        return self.can(permissions.PERSONAL)

    def note(self) -> None:
        """Logs the export with every fund that it may be about."""
        funds = list(self.filters.funds())
        known = titles(fund.key for fund in funds)
        logs.note(
            funds,
            "campaign.export_donations",
            self.request.user,
            label=lambda fund: title_of(fund, known),
            filters=self.filters.for_log(),
            personal=self.personal,
            count=self.donations.count(),
        )


class ExportView(FilteredMixin, View):
    """The list as CSV; who gave, for those who may see it."""

    def get(self, request):
        self.note()
        amount = partial(decimal_text, mark=decimal_mark())
        rows = export.donations(self.donations, self.personal, amount)
        return spreadsheets.csv_response(rows, name())


class ExportXlsxView(FilteredMixin, AskView):
    """The list as XLSX, where it isn't too long for that."""

    page_title = gettext_lazy("Download as XLSX")
    header_icon = "download"
    is_useless = True

    def get(self, request):
        if self.donations[: MOST_AT_ONCE + 1].count() > MOST_AT_ONCE:
            return super().get(request)
        self.note()
        return spreadsheets.xlsx_response(export.donations(self.donations, self.personal), name())

    def explain(self):
        most = words.number(MOST_AT_ONCE)
        return [
            _("It has more than %(number)s rows: too many for XLSX at once.") % {"number": most},
            _("Download it as CSV, or narrow the list down: by year, or by fund."),
        ]

    def way_back(self):
        return f"{reverse('campaign_donations:index')}?{self.filters.for_later()}"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"subject": _("Donations as XLSX")}


def name() -> str:
    """What the file is called, with the day it is from."""
    return f"donations-{timezone.localdate():%Y-%m-%d}"
