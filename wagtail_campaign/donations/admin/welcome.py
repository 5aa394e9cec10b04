"""What the admin's home says of donations."""

from collections import Counter

from django.urls import reverse
from django.utils.translation import gettext as _

from ...actions import days
from ...actions.admin import first_steps, welcome
from ...actions.admin.welcome import WEEK, Step, Week
from .. import permissions
from ..pages import DonationMixin
from . import report_numbers, sums


@welcome.step(90)
def make_the_first(request) -> Step | None:
    """Nothing is collected for yet."""
    return first_steps.first_of_its_kind(
        request,
        DonationMixin,
        _("Make your first donation page"),
        _("Say what the money is for. Stripe takes it; the site never sees a card."),
        _("Make a donation page"),
    )


@welcome.week(40)
def gifts(user) -> Week | None:
    """Those that were paid, to the funds whose numbers a user sees; and what they brought."""
    if not permissions.can(user, permissions.NUMBERS):
        return None
    parts = report_numbers.read(permissions.funds_seen_by(user).values_list("pk", flat=True))
    per_day, brought = Counter(), Counter()
    week = days.latest(WEEK)
    for part in (part for part in parts if part.day in week):
        per_day[part.day] += part.gifts
        brought[part.currency] += part.amount
    return Week(
        label=_("Gifts"),
        days=dict(per_day),
        ever=sum(part.gifts for part in parts),
        url=reverse("campaign_funds:report"),
        note=sums.together(sorted(brought.items())),
    )
