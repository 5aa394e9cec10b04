"""The account in words: a row for each object, with the buttons that make sense for it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from babel.dates import format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wagtail_campaign.offline_stripe.amounts import written


@dataclass
class Row:
    """``said``: what has become of it; ``url``: where it can be paid; ``buttons``: (what to do, the
    id of what, label)."""

    id: str
    amount: str
    said: list[str]
    url: str = ""
    buttons: list[tuple[str, str, str]] = field(default_factory=list)


def money(amount: int, currency: str) -> str:
    """In the language of the page."""
    return written(amount, currency, get_language())


def day(moment: int) -> str:
    """The day of a moment, given in seconds since 1970, in the language of the page."""
    return format_date(datetime.fromtimestamp(moment, UTC), "long", locale=get_language())


def session(found) -> Row:
    """A page on which somebody pays."""
    row = Row(found.id, money(found.amount_total, found.currency), [])
    intent = found.payment_intent
    if found.status == "open":
        row.said, row.url = [_("Not paid yet")], found.url
    elif found.status == "expired":
        row.said = [_("Expired before it was paid")]
    elif found.payment_status == "paid":
        row.said = [_("It is paid")]
    elif intent.status == "processing":
        row.said = [_("Under way: a debit takes days")]
        row.buttons = [("settle", found.id, _("It arrives")), ("bounce", found.id, _("It fails"))]
    else:
        row.said = [_("The debit has failed")]
    return row


def subscription(found, declining: list[str]) -> Row:
    """What recurs; ``declining``: the customers whose bank refuses."""
    item = found["items"].data[0]
    row = Row(found.id, money(item.price.unit_amount, found.currency), [])
    if found.status == "canceled":
        row.said = [_("It has ended")]
        return row
    if found.status == "past_due":
        row.said += [_("The last payment has failed and is tried again")]
    if found.cancel_at:
        row.said += [_("Ends on {day}").format(day=day(found.cancel_at))]
    else:
        row.said += [_("Next payment: {day}").format(day=day(item.current_period_end))]
    if found.customer in declining:
        row.said += [_("The card is declined")]
        row.buttons = [("give", found.customer, _("The card is good again"))]
    else:
        row.buttons = [("refuse", found.customer, _("The card is declined from now on"))]
    return row


def payment(found, disputes) -> Row:
    """Money that was taken, or wasn't; ``disputes``: all that there are."""
    row = Row(found.id, money(found.amount, found.currency), [])
    if found.status == "processing":
        row.said = [_("Under way: a debit takes days")]
    elif found.status != "succeeded":
        row.said = [_("The bank has refused it")]
    else:
        row.said = [_("It is paid")]
        _say_refunds(row, found)
        for dispute in disputes:
            if dispute.payment_intent == found.id:
                _say_dispute(row, dispute)
    return row


def _say_refunds(row: Row, found) -> None:
    charge = found.latest_charge
    if charge.amount_refunded:
        amount = money(charge.amount_refunded, charge.currency)
        row.said += [_("Refunded: {amount}").format(amount=amount)]
    for refund in charge.refunds.data:
        if refund.status == "failed":
            row.said += [_("A refund has failed: the money is back on the account")]
        else:
            row.buttons += [("fail", refund.id, _("The refund fails"))]
    if not charge.refunded and not charge.disputed:
        row.buttons += [("refund", found.id, _("Refund it"))]
        row.buttons += [("dispute", found.id, _("The donor disputes it"))]


def _say_dispute(row: Row, dispute) -> None:
    if dispute.status in ("won", "lost"):
        row.said += [_("Dispute won") if dispute.status == "won" else _("Dispute lost")]
        return
    row.said += [_("Disputed: the bank has taken the money")]
    row.buttons += [
        ("win", dispute.id, _("The dispute is won")),
        ("lose", dispute.id, _("The dispute is lost")),
    ]


def delivery(event, state: dict) -> str:
    """Whether the site has heard of an event."""
    if event.id in state["held"]:
        return _("held back")
    if event.pending_webhooks:
        return _("not delivered")
    return _("delivered") if state["webhook"] else ""
