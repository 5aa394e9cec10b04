"""The live numbers of a fund, beside its page in the editor."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions import siblings
from ...actions.admin.panels import LivePanel, status_label
from ...actions.permissions import may_edit
from .. import ledger, permissions
from ..models import Fund
from ..stripe_api import gateway
from . import sums
from .overview import goal_said, totals


class NumbersPanel(LivePanel):
    """Amounts, state and goal of the fund behind a page, with the ways to its settings and
    donations. Put it into the panels of a page with DonationMixin."""

    class BoundPanel(LivePanel.BoundPanel):
        rights = (permissions.NUMBERS, permissions.SETTINGS, *permissions.ANY_OF_DONATIONS)
        not_yet = gettext_lazy(
            "Once the page is saved and opened again, this shows how much was given, and leads to"
            " the settings of the fund: goal, currencies and amounts, opening and closing."
        )

        def live(self, action):
            return live(action, self.request.user)


def live(fund: Fund, user) -> dict:
    """What the template ``admin/numbers.html`` is given, as far as the user's rights go."""
    context = {
        "action": fund,
        "status": status_label(fund, siblings.published([fund.key])),
        "facts": [],
        # Gifts aren't forgotten with the end of their fund.
        "forgetting": "wagtail_campaign/admin/gifts_kept.html",
        "ways": _ways(fund, user),
    }
    if not gateway.is_live():
        context["facts"].append((_("Money"), _("Test key: no real money")))
    if permissions.can(user, permissions.NUMBERS):
        given = sums.of_funds([fund.key])[fund.key]
        named = [
            (_("Has"), ledger.PAID),
            (_("On its way"), ledger.PROCESSING),
            (_("Given back"), ledger.REFUNDED),
            (_("Disputed"), ledger.DISPUTED),
        ]
        context["facts"] += [
            (label, sums.together(given[name])) for label, name in named if given[name]
        ]
        context["figures"] = [(_("Gifts"), sums.number_of(given[ledger.GIFTS]))]
        total = totals([fund], {fund.key: given})[fund.pk]
        if goal := goal_said(fund, total):
            context["facts"].append((_("Goal"), goal))
    return context


def _ways(fund: Fund, user) -> list[tuple[str, str]]:
    """(label, address) of the pages about a fund that a user may go to."""

    def of(name):
        return reverse(f"campaign_funds:{name}", args=[fund.pk])

    def listed(name):
        return f"{reverse(f'{name}:index')}?fund={fund.pk}"

    own, can = may_edit(user, fund), permissions.can
    ways = [
        (own and can(user, permissions.SETTINGS), _("Fund settings"), of("edit")),
        (
            can(user, permissions.NUMBERS),
            _("Report"),
            f"{reverse('campaign_funds:report')}?fund={fund.pk}",
        ),
        (
            own and can(user, *permissions.ANY_OF_DONATIONS),
            _("Donations"),
            listed("campaign_donations"),
        ),
        (
            own and can(user, *permissions.ANY_OF_RECURRING),
            _("Recurring gifts"),
            listed("campaign_recurring"),
        ),
        (own and can(user, permissions.OFFLINE), _("Enter a gift"), of("enter")),
        (own and can(user, permissions.OFFLINE), _("Import gifts"), of("import")),
    ]
    return [(label, url) for may, label, url in ways if may]
