"""What was given, by month, fund and source, in one currency at a time, with charts."""

from collections import Counter
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...actions import words
from ...actions.admin import charts
from ...actions.admin.figures import FiguresMixin, by_source
from ...actions.admin.records import RightsMixin
from ...actions.titles import title_of, titles
from .. import permissions
from ..amounts import money
from ..models import Fund
from ..stripe_api import gateway
from . import report_numbers
from .report_numbers import Part
from .sums import said


class ReportView(RightsMixin, FiguresMixin, WagtailAdminTemplateMixin, TemplateView):
    """For those who may see numbers, of their own funds and of public ones: of all of them, or of
    ``?fund=``; in the currency of most gifts, or in ``?currency=``."""

    rights = (permissions.NUMBERS,)
    template_name = "wagtail_campaign/admin/report.html"
    page_title = gettext_lazy("Report")
    header_icon = "view"
    nothing = gettext_lazy("Nothing was given yet.")
    chart_label = gettext_lazy("Amounts over time; the table below has the numbers.")

    @cached_property
    def funds(self) -> dict[int, Fund]:
        """The funds that the user may follow, by their ids."""
        return {fund.pk: fund for fund in permissions.funds_seen_by(self.request.user)}

    @cached_property
    def chosen(self) -> Fund | None:
        """The one that is asked for, None for all."""
        pk = self.request.GET.get("fund", "")
        is_number = pk.isascii() and pk.isdecimal() and len(pk) < 19
        return self.funds.get(int(pk)) if is_number else None

    @cached_property
    def titles(self) -> dict:
        return titles(fund.key for fund in self.funds.values())

    def name_of(self, pk) -> str:
        """What a fund is called."""
        return title_of(self.funds[int(pk)], self.titles)

    def get_page_subtitle(self):
        return self.name_of(self.chosen.pk) if self.chosen else _("All funds")

    def get_breadcrumbs_items(self):
        funds = {"url": reverse("campaign_funds:index"), "label": _("Funds")}
        return [*self.breadcrumbs_items, funds, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        parts = report_numbers.read([self.chosen.pk] if self.chosen else list(self.funds))
        parts = [part for part in parts if part.amount]
        gifts = Counter()
        for part in parts:
            gifts[part.currency] += part.gifts
        context["funds"] = [
            (_("All funds"), self.url(fund=""), self.chosen is None),
            *(
                (self.name_of(pk), self.url(fund=pk), fund == self.chosen)
                for pk, fund in self.funds.items()
            ),
        ]
        if not gifts:
            return context
        asked = self.request.GET.get("currency", "")
        currency = asked if asked in gifts else gifts.most_common(1)[0][0]
        context["currencies"] = self.currencies(parts, gifts, currency)
        return context | self.of_currency([p for p in parts if p.currency == currency], currency)

    def url(self, **changes) -> str:
        """This page with something else chosen."""
        chosen = {"fund": self.chosen.pk if self.chosen else "", **changes}
        return f"?{urlencode({name: value for name, value in chosen.items() if value})}"

    def currencies(self, parts: list[Part], gifts: Counter, here: str) -> list[dict]:
        """What there is of each currency, most gifts first."""
        sums = sum_by(parts, "currency")
        return [
            {
                "currency": currency,
                "amount": said(sums[currency], currency),
                "gifts": words.number(number),
                "url": self.url(currency=currency),
                "is_here": currency == here,
            }
            for currency, number in gifts.most_common()
        ]

    def of_currency(self, parts: list[Part], currency: str) -> dict:
        """The chart and the tables, in whole units."""

        def whole(sums: Counter) -> dict:
            units = {code: round(money.to_major(n, currency)) for code, n in sums.items()}
            return {code: number for code, number in units.items() if number > 0}

        days = whole(sum_by(parts, "day"))
        if not days:
            return {}
        months = Counter()
        for part in parts:
            months[f"{part.day[:7]}-01"] += part.amount
        tables = [
            (_("By month"), charts.in_order(whole(months), month_name)),
            (_("By fund"), charts.bars(whole(sum_by(parts, "fund")), self.name_of)),
            by_source(whole(sum_by(parts, "source"))),
        ]
        mode = "" if gateway.is_live() else " " + _("It is the money of a test key.")
        return {
            "counted": _("Amount, %(currency)s") % {"currency": currency},
            "note": _(
                "Paid, without what was given back or is disputed, in whole %(currency)s; gifts"
                " entered by hand are among them. Counted at most once a minute."
            )
            % {"currency": currency}
            + mode,
            "note_on_days": _("Days and months begin at midnight UTC."),
            **self.drawn(days, tables),
        }


def sum_by(parts: list[Part], name: str) -> Counter:
    """Amounts by something that parts have."""
    sums = Counter()
    for part in parts:
        sums[getattr(part, name)] += part.amount
    return sums


def month_name(first: str) -> str:
    """A month, by its first day."""
    return words.month(date.fromisoformat(first))
