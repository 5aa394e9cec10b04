"""Gifts that didn't come through Stripe, entered or imported by editors."""

from collections import Counter
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...actions import reading, words
from ...actions.admin.importing import ImportView
from ...actions.asking import AskView
from ...actions.reading import MOST_PROBLEMS, Outdated, Problem
from .. import offline_gifts, permissions
from ..offline_gifts import Told, Twice
from .gift_form import GiftForm, TypedGiftForm
from .of_fund import OfFundMixin
from .sums import said, together

#: The columns of a file, and the fields that they are; the first three are needed.
COLUMNS = {
    "date": "on",
    "amount": "amount",
    "currency": "currency",
    "first_name": "first_name",
    "last_name": "last_name",
    "public": "is_public",
    "note": "note",
}
NEEDED = ("date", "amount", "currency")


class EnterView(OfFundMixin, AskView):
    """One gift."""

    right = permissions.OFFLINE
    page_title = gettext_lazy("Enter a gift")
    header_icon = "plus"
    form_class = TypedGiftForm
    button = gettext_lazy("Count this gift")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"fund": self.fund}

    def explain(self):
        return [
            _(
                "For gifts by transfer, in cash, by another site. They count at once, in every"
                " language of the page."
            ),
            _("A name is kept for you, and shown only where the donor agreed to that."),
        ]

    def act(self, form):
        gift = form.told(f"form-{form.cleaned_data['key'].hex}")
        try:
            offline_gifts.enter(self.fund, [gift], self.request.user)
        except Twice:
            self.nothing_done = True
            return _("That gift was entered already.")
        return _("%(amount)s is counted.") % {"amount": said(gift.amount, gift.currency)}

    def way_back(self):
        return f"{reverse('campaign_donations:index')}?fund={self.fund.pk}&way=offline"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"subject": self.title}


@dataclass
class Plan:
    """What a file would do; nothing of it where there are problems."""

    digest: str
    problems: list[Problem] = field(default_factory=list)
    gifts: list[Told] = field(default_factory=list)


class GiftImportView(OfFundMixin, ImportView):
    """Many gifts from a file, all or none. The same file twice is one."""

    right = permissions.OFFLINE
    template_name = "wagtail_campaign/admin/import_gifts.html"
    page_title = gettext_lazy("Import gifts")
    about_file = gettext_lazy(
        "UTF-8, with commas or semicolons, up to 2,000 rows and 1 MB. Columns: date, amount,"
        " currency; if you like first_name, last_name, public (yes or no: whether the donor agreed"
        " to be named on the page) and note. First you see what would be entered."
    )

    def read(self, content):
        self.content = content
        return reading.read(content, against_column, NEEDED)

    def plan(self, table):
        told = reading.digest(self.content, self.fund.pk)
        plan = Plan(told)
        for row, cells in table.rows:
            gift, problems = gift_of(row, cells, f"{told}-{row}")
            plan.problems += problems
            if gift:
                plan.gifts.append(gift)
        if not table.rows:
            plan.problems.append(Problem(0, "", _("There is no gift in it.")))
        plan.problems = plan.problems[:MOST_PROBLEMS]
        return plan

    def carry_out(self, table, agreed):
        plan = self.plan(table)
        if plan.problems or plan.digest != agreed:
            raise Outdated
        try:
            offline_gifts.enter(self.fund, plan.gifts, self.request.user)
        except Twice:
            raise Outdated(_("That file was imported already.")) from None
        return plan

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"subject": self.title}

    def changes(self, plan):
        return [
            {
                "day": words.day(gift.on),
                "amount": said(gift.amount, gift.currency),
                "name": f"{gift.first_name} {gift.last_name}".strip(),
                "is_public": gift.is_public,
                "note": gift.note,
            }
            for gift in plan.gifts
        ]

    def told(self, plan):
        sums = Counter()
        for gift in plan.gifts:
            sums[gift.currency] += gift.amount
        number = len(plan.gifts)
        return ngettext(
            "%(number)s gift: %(amounts)s.", "%(number)s gifts: %(amounts)s.", number
        ) % {"number": words.number(number), "amounts": together(sorted(sums.items()))}

    def way_back(self):
        return f"{reverse('campaign_donations:index')}?fund={self.fund.pk}&way=offline"


def against_column(name: str) -> str:
    """What is wrong with a column of that name, "" for nothing."""
    return "" if name in COLUMNS else _("There is no column of that name.")


def gift_of(row: int, cells: dict[str, str], origin: str) -> tuple[Told | None, list[Problem]]:
    """The gift that a row is, by the form in which one is typed; or what is wrong with it."""
    public, problems = reading.yes_or_no(row, "public", cells)
    typed = {COLUMNS[name]: text for name, text in cells.items() if name != "public"}
    typed["currency"] = typed.get("currency", "").upper()
    form = GiftForm(typed | ({"is_public": "on"} if public else {}))
    columns = {name: column for column, name in COLUMNS.items()}
    for name, errors in form.errors.items():
        problems += [Problem(row, columns.get(name, ""), said) for said in errors]
    return (None, problems) if problems else (form.told(origin), [])
