"""Donations as rows of a table: see ``actions.exporting``."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from ...actions.admin.answer_columns import AnswerColumns
from ...actions.exporting import MINUTE, NO_CONSENTS, batches, consents, editors_clock, text
from ...actions.spreadsheets import apart, safe
from ...actions.titles import title_of, titles
from ...supporters import countries
from ...supporters.models import Purpose
from ..amounts import money
from ..amounts.offers import INTERVALS
from ..models import Fund
from ..states import DonationState

# Typed by donors: after their names in the database.
TYPED = ("first_name", "last_name", "email", "comment")
FIELDS = (
    *("pk", "fund", "created_at", "paid_at", "state", "interval", "amount", "added", "refunded"),
    *("disputed", "currency", "fee", "fee_currency", "livemode", "is_offline", "language"),
    *("country", "public_name", "dedication", "source", "oddity", "payment_intent", "supporter"),
)
MOMENTS = ("created_at", "paid_at")


def donations(queryset, personal: bool, amount: Callable = Decimal) -> Iterator[list]:
    """A heading and a row for each donation of a queryset, in the order of their numbers.

    Only with ``personal`` what people typed and agreed to is in it. ``amount`` makes a cell of a
    ``Decimal``.
    """
    headings = [
        pgettext("signature", "Number"),
        _("Fund"),
        _("Begun"),
        _("Paid"),
        _("State"),
        _("How often"),
        _("Amount"),
        _("Of it for the fees"),
        _("Given back"),
        _("Disputed"),
        _("Currency"),
        _("What Stripe took"),
        _("Currency of that"),
        _("Money"),
        _("Way"),
        _("Language"),
        _("Country"),
        _("Public name"),
        _("Dedication"),
        pgettext("signature", "Source"),
        _("Doesn’t fit"),
        _("Payment at Stripe"),
    ]
    answers = AnswerColumns(queryset, "fund") if personal else None
    if personal:
        headings += [
            _("First name"),
            _("Last name"),
            _("E-mail"),
            pgettext("supporter", "Comment"),
            *(_("Consent: %(purpose)s") % {"purpose": purpose.label} for purpose in Purpose),
            *answers.headings,
        ]
    return _donations(queryset, personal, apart(headings), _Words(amount), answers)


class _Words:
    """What the rows say in the editor's language and time zone, looked up once."""

    def __init__(self, amount: Callable):
        funds = list(Fund.objects.all())
        known = titles(fund.key for fund in funds)
        self.funds = {fund.pk: safe(title_of(fund, known)) for fund in funds}
        self.states = {state.value: str(state.label) for state in DonationState}
        self.intervals = {code: str(label) for code, label in INTERVALS.items()}
        self.countries = {"": "", **dict(countries.choices(get_language() or "en"))}
        self.money = {True: _("Real"), False: _("Of a test key")}
        self.ways = {True: _("Entered by hand"), False: _("Through Stripe")}
        self.withdrawn = _("withdrawn %(date)s")
        self.minute = editors_clock()
        self.amount = amount

    def moment(self, said: str | None) -> str:
        return self.minute(said[:MINUTE]) if said else ""

    def cell(self, minor: int | None, currency: str):
        """An amount as a cell; "" where there is none."""
        return "" if minor is None or not currency else self.amount(money.to_major(minor, currency))


def _donations(queryset, personal, headings, words, answers, names=FIELDS) -> Iterator[list]:
    yield headings
    fields = [text(name) if name in MOMENTS else name for name in names]
    fields += [f"supporter__{name}" for name in TYPED] if personal else []
    fields += ["supporter__answers"] if answers else []
    typed_until = len(names) + len(TYPED)
    for rows, batch in batches(queryset, fields):
        gifts = [dict(zip(names, row, strict=False)) for row in batch]
        supporters = [gift["supporter"] for gift in gifts if gift["supporter"]] if personal else []
        agreed = {}
        if supporters:
            agreed = consents(rows, supporters, words.minute, words.withdrawn)
        for gift, row in zip(gifts, batch, strict=True):
            cells = _cells(gift, words, personal)
            if personal:
                cells += [safe(typed or "") for typed in row[len(names) : typed_until]]
                cells += agreed.get(gift["supporter"], NO_CONSENTS)
                cells += answers.cells(gift["fund"], row[typed_until]) if answers else []
            yield cells


def _cells(gift: dict, words: _Words, personal: bool) -> list:
    is_public = gift["state"] == DonationState.PAID and gift["public_name"]

    def amount(name):
        return words.cell(gift[name], gift["currency"])

    return [
        str(gift["pk"]),
        words.funds.get(gift["fund"], ""),
        words.moment(gift["created_at"]),
        words.moment(gift["paid_at"]),
        words.states[gift["state"]],
        words.intervals[gift["interval"]],
        amount("amount"),
        amount("added"),
        amount("refunded"),
        amount("disputed"),
        gift["currency"],
        words.cell(gift["fee"], gift["fee_currency"]),
        gift["fee_currency"],
        words.money[gift["livemode"]],
        words.ways[gift["is_offline"]],
        gift["language"],
        words.countries.get(gift["country"], gift["country"]),
        safe(gift["public_name"]) if is_public else "",
        safe(gift["dedication"]) if is_public or personal else "",
        gift["source"],
        safe(gift["oddity"]),
        gift["payment_intent"] or "",
    ]
