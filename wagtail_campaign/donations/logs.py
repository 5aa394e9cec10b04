"""How the site history tells what editors did with donations and funds."""

from decimal import Decimal

from django.utils.dateparse import parse_date
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext_lazy
from django.utils.translation import gettext as _
from wagtail.log_actions import LogFormatter

from ..actions import words
from ..actions.logs import register
from ..sharing.sources import MAX_LENGTH
from .amounts import money
from .amounts.offers import INTERVALS
from .models import FundCurrency
from .states import DonationState, RecurringState


def said(amount: str, currency: str) -> str:
    """An amount as a log keeps it, "12.50", in the reader's words."""
    return money.say(money.to_minor(Decimal(amount), currency), currency, get_language() or "en")


class WithReason(LogFormatter):
    """``reason``: why."""

    words = ""

    def format_message(self, log_entry):
        return self.words % {"reason": log_entry.data.get("reason", "")}


@register("campaign.refund")
class Refunded(LogFormatter):
    """``amount``, ``currency``, ``reason``: asked of Stripe; what came of it is beside the gift."""

    label = gettext_lazy("Give a donation back")

    def format_message(self, log_entry):
        data = log_entry.data
        return _("Asked Stripe to give %(amount)s back: %(reason)s") % {
            "amount": said(data["amount"], data["currency"]),
            "reason": data.get("reason", ""),
        }


@register("campaign.refund_refused")
class RefundRefused(LogFormatter):
    """``error``: Stripe's code."""

    label = gettext_lazy("A refund was refused")

    def format_message(self, log_entry):
        return _("Stripe refused the refund (%(error)s)") % {"error": log_entry.data["error"]}


@register("campaign.look_again")
class LookedAgain(LogFormatter):
    label = gettext_lazy("Look at Stripe again")
    message = gettext_lazy("Looked at Stripe again")


@register("campaign.mend_donation")
class Mended(LogFormatter):
    """``was`` and ``now``: the states. By nobody, where the command did it."""

    label = gettext_lazy("Mend what differs from Stripe")

    def format_message(self, log_entry):
        states = dict(DonationState.choices) | dict(RecurringState.choices)
        was, now = (states.get(log_entry.data.get(name), "–") for name in ("was", "now"))
        if was == now:
            return _("Mended: refunds or disputes differed from Stripe’s")
        return _("Mended, as Stripe says: %(was)s → %(now)s") % {"was": was, "now": now}


@register("campaign.pause_recurring")
class Paused(WithReason):
    label = gettext_lazy("Pause a recurring gift")
    words = gettext_lazy("Paused: %(reason)s")


@register("campaign.go_on_recurring")
class WentOn(WithReason):
    label = gettext_lazy("Let a recurring gift go on")
    words = gettext_lazy("Goes on: %(reason)s")


@register("campaign.end_recurring")
class Ended(WithReason):
    label = gettext_lazy("End a recurring gift")
    words = gettext_lazy("Ended: %(reason)s")


@register("campaign.hide_donor")
class Hidden(WithReason):
    label = gettext_lazy("Take a donor off the page")
    words = gettext_lazy("Taken off the page: %(reason)s")


@register("campaign.enter_gift")
class Entered(LogFormatter):
    label = gettext_lazy("Enter a gift")
    message = gettext_lazy("Entered")


@register("campaign.take_gift_out")
class TakenOut(LogFormatter):
    """On the fund: ``number``, ``amount``, ``currency``, ``on`` and ``reason`` of a gift that was
    entered by mistake and isn't there any more."""

    label = gettext_lazy("Take out a gift that was entered")

    def format_message(self, log_entry):
        data = log_entry.data
        return _("Took out gift no. %(number)s, %(amount)s of %(day)s: %(reason)s") % {
            "number": data["number"],
            "amount": said(data["amount"], data["currency"]),
            "day": words.day(parse_date(data["on"])),
            "reason": data.get("reason", ""),
        }


@register("campaign.view_donor")
class Viewed(LogFormatter):
    """On a gift that was opened, or on a fund of which a list with names was shown."""

    label = gettext_lazy("See who gave")

    def format_message(self, log_entry):
        ids = log_entry.data.get("ids")
        if ids is None:
            return _("Saw who gave")
        return ngettext("Saw who gave %(count)s gift", "Saw who gave %(count)s gifts", len(ids)) % {
            "count": len(ids)
        }


#: Which money, and which way it came: the choices of two filters.
MONEY = [("live", gettext_lazy("Real")), ("test", gettext_lazy("Of a test key"))]
WAYS = [("stripe", gettext_lazy("Through Stripe")), ("offline", gettext_lazy("Entered by hand"))]

#: What the list can be filtered by: what it is called, and how to say what was chosen.
FILTERS = {
    "state": (gettext_lazy("State"), lambda code: dict(DonationState.choices).get(code, code)),
    "currency": (gettext_lazy("Currency"), str),
    "interval": (gettext_lazy("How often"), lambda code: INTERVALS.get(code, INTERVALS[""])),
    "source": (pgettext_lazy("signature", "Source"), lambda word: word[:MAX_LENGTH]),
    "language": (gettext_lazy("Language"), words.language),
    "created_at": (gettext_lazy("Begun"), str),
    "money": (gettext_lazy("Money"), lambda code: dict(MONEY).get(code, code)),
    "way": (gettext_lazy("Way"), lambda code: dict(WAYS).get(code, code)),
}


@register("campaign.export_donations")
class Exported(LogFormatter):
    """``personal``, ``filters`` and ``count``."""

    label = gettext_lazy("Export donations")

    def format_message(self, log_entry):
        what = (
            _("Exported donations with names and addresses")
            if log_entry.data.get("personal")
            else _("Exported donations without names")
        )
        filters = log_entry.data.get("filters") or {}
        told = ", ".join(
            f"{label}: {say(filters[name])}"
            for name, (label, say) in FILTERS.items()
            if name in filters
        )
        return f"{what} ({told})" if told else what


@register("campaign.fund_currencies")
class CurrenciesChanged(LogFormatter):
    """``changes``: {code: [before, after]}, {field: value} each; None is none."""

    label = gettext_lazy("Change the currencies of a fund")

    def format_message(self, log_entry):
        told = "; ".join(
            f"{currency}: {self._said(*pair)}"
            for currency, pair in log_entry.data.get("changes", {}).items()
        )
        return _("Changed the currencies: %(changes)s") % {"changes": told}

    def _said(self, was: dict | None, now: dict | None) -> str:
        if was is None:
            return _("added")
        if now is None:
            return _("taken out")
        label = {field.name: field.verbose_name for field in FundCurrency._meta.fields}
        return ", ".join(
            f"{label[name]} {was[name] or '–'} → {now[name] or '–'}"
            for name in now
            if was.get(name) != now[name]
        )
