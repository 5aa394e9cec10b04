"""All funds in the admin: states, goals and what was given."""

from django.db.models import Count, F
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from ...actions import goals, words
from ...actions.admin.overview import ActionListView
from .. import ledger, live, permissions
from ..amounts import money
from ..models import Fund, FundCurrency
from ..money_back.refunds import FraudWarning
from ..stripe_api import gateway
from . import sums


class FundListView(ActionListView):
    """Every fund that the user may change or follow, newest first."""

    model = Fund
    index_url_name = "campaign_funds:index"
    index_results_url_name = "campaign_funds:index_results"
    page_title = gettext_lazy("Funds")
    header_icon = "folder-inverse"
    verbose_name_plural = gettext_lazy("funds")
    no_results_message = gettext_lazy(
        "No funds yet. Each comes with its page: add a donation page under “Pages”."
    )
    numbers_right, settings_right = permissions.NUMBERS, permissions.SETTINGS

    def get_base_queryset(self):
        return permissions.funds_seen_by(self.request.user)

    def own_actions(self):
        return permissions.funds_of(self.request.user)

    def prepare(self, funds):
        if self.shows_numbers:
            self.given = sums.of_funds([fund.key for fund in funds])
            self.totals = totals(funds, self.given)
            self.warned = warned(funds)

    def facts(self):
        return []

    def figures(self):
        has = _("Has") if gateway.is_live() else _("Has (test money)")
        return [
            self.amounts_column("paid", has, ledger.PAID),
            self.number_column(
                "gifts", _("Gifts"), lambda fund: sums.number_of(self.given[fund.key][ledger.GIFTS])
            ),
            Column("goal", label=_("Goal"), classname="campaign-wide", accessor=self.goal_of),
            self.amounts_column("processing", _("On its way"), ledger.PROCESSING),
            self.amounts_column("refunded", _("Given back"), ledger.REFUNDED),
            self.amounts_column("disputed", _("Disputed"), ledger.DISPUTED),
            self.number_column(
                "warned", _("Warned of fraud"), lambda fund: self.warned.get(fund.pk, 0)
            ),
        ]

    def amounts_column(self, name: str, label, count: str) -> Column:
        """What there is of a count, each currency apart."""
        return Column(
            name,
            label=label,
            classname="campaign-wide",
            accessor=lambda fund: sums.together(self.given[fund.key][count]),
        )

    def goal_of(self, fund: Fund) -> str:
        """The goal that is shown, in its currency, and how much of it there is."""
        return goal_said(fund, self.totals[fund.pk])

    def address_of(self, action):
        return address_for(self.request.user, action)

    @cached_property
    def header_buttons(self):
        if not self.shows_numbers:
            return []
        return [HeaderButton(_("Report"), url=reverse("campaign_funds:report"), icon_name="view")]


def totals(funds: list[Fund], given: dict) -> dict[int, int]:
    """What funds have, in whole units of the currency of their goal, by the editors' rates; one
    query for all."""
    rates = {}
    for row in FundCurrency.objects.filter(fund__in=[fund.pk for fund in funds]):
        rates.setdefault(row.fund_id, {})[row.currency] = row
    return {
        fund.pk: live.total(
            fund.goal_currency, given[fund.key][ledger.PAID], rates.get(fund.pk, {})
        )[0]
        for fund in funds
    }


def warned(funds: list[Fund]) -> dict[int, int]:
    """How many gifts of funds a bank warns of and could still take back; one query for all."""
    warnings = FraudWarning.objects.filter(
        donation__fund__in=[fund.pk for fund in funds],
        donation__livemode=gateway.is_live(),
        donation__disputed=0,
        donation__refunded__lt=F("donation__amount"),
    )
    counted = warnings.order_by().values_list("donation__fund")
    return dict(counted.annotate(Count("donation", distinct=True)))


def goal_said(fund: Fund, total: int) -> str:
    """The goal that is shown of a fund, and how much of it there is: "€20,000 (8%)"; "" for none.
    ``total``: what it has, as ``totals`` gives it."""
    goal = goals.shown(fund.goal, fund.raises_goal, total)
    if not goal:
        return ""
    amount = sums.said(goal * money.per_unit(fund.goal_currency), fund.goal_currency)
    return f"{amount} ({words.percent(total * 100 // goal)})"


def address_for(user, fund: Fund) -> str | None:
    """Where a fund of the user's leads to: its settings, else its donations."""
    if permissions.can(user, permissions.SETTINGS):
        return reverse("campaign_funds:edit", args=[fund.pk])
    if permissions.can(user, *permissions.ANY_OF_DONATIONS):
        return f"{reverse('campaign_donations:index')}?fund={fund.pk}"
    return None
