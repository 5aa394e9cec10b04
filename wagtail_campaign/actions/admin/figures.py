"""Numbers of one action as charts, drawn by the server, each with its table."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...sharing.links import SERVICES
from ...sharing.sources import FRAME
from ...supporters import countries
from .. import origins, words
from . import charts

#: Fewer than that from a country are summed up with others: they could be recognised.
FEW = 5


class FiguresMixin:
    """A page with a chart over time and tables with bars; slices say of what."""

    template_name = "wagtail_campaign/admin/figures.html"
    page_title = gettext_lazy("Numbers")
    header_icon = "view"

    #: What is counted; what is said while there is nothing, and of the chart.
    counted = ""
    nothing = ""
    chart_label = ""

    def drawn(self, days: dict[str, int], tables: list) -> dict:
        """What is drawn of ``days``, {"2026-11-24": number}, and ``tables``, (heading, bars)."""
        return charts.drawn(charts.over_time(days)) | {"tables": tables}

    def get_context_data(self, **kwargs):
        said = {
            "counted": self.counted,
            "nothing": self.nothing,
            "chart_label": self.chart_label,
            "tables": [],
        }
        return super().get_context_data(**kwargs) | said


def by_language(numbers: dict[str, int]) -> tuple:
    """The table of languages."""
    return _("By language"), charts.bars(numbers, words.language)


def by_country(numbers: dict[str, int]) -> tuple:
    """The table of countries, small ones summed up."""
    named = charts.bars(
        numbers,
        lambda code: countries.name(code) if code else _("Unknown"),
        small=FEW,
        rest=_("Countries with fewer than five (%(count)s)"),
    )
    return _("By country"), named


def by_source(numbers: dict[str, int]) -> tuple:
    """The table of the ways that brought people."""
    return _("By source"), charts.bars(numbers, source_names(numbers).get)


def source_names(sources) -> dict[str, str]:
    """The ways that brought people, in words; one of the site's own as it is written."""
    own = {"qr": _("QR code"), "share": _("Share button of the browser"), "": _("Not known")}
    services = {name: str(label) for name, label, _link in SERVICES}
    sites = {
        source: _("On %(site)s") % {"site": source.removeprefix(FRAME)}
        for source in sources
        if source.startswith(FRAME)
    }
    pages = origins.named(source for source in sources if source not in sites)
    return {source: source for source in sources} | services | own | sites | pages
