"""Recurring gifts in a session of ``/me``, by JSON; all of a year is in ``yearly_api``."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from ninja import Router, Schema
from pydantic import BaseModel, Field

from ...headless import idempotency, problems
from ...headless.answers import SENT, PageHead, ProblemDocument, answers
from ...headless.me import inside
from ...headless.pages import named
from ...headless.paths import Id
from ...headless.problems import Problem
from ...supporters import acts
from ..acts import GiftAct, RecurringAct
from ..amounts import money
from ..options import MINOR_UNITS, Interval
from ..states import DonationState, RecurringState
from ..stripe_api import checkout
from . import portal, recurring_verbs
from .forms import EndForm
from .reasons import Reason

router = Router(tags=["My actions"])
#: The refusals of what is done to a gift.
VERB = (401, *SENT, 503)


class PartSaid(Schema):
    """One gift that came of a recurring one."""

    number: int
    state: DonationState
    day: datetime = Field(description="When it was paid, or begun where it isn’t paid.")
    amount: int
    refunded: int
    token: str | None = Field(description="For GET /gifts/{token}, of what was paid.")


class RecurringSaid(Schema):
    """A recurring gift."""

    id: int
    state: RecurringState
    words: str = Field(description="Where it stands, in words.")
    verbs: list[str] = Field(description="What can be done with it now.")
    ends_at_once: bool = Field(description="Whether “end” ends it now, not with what is paid.")
    amount: int = Field(description=MINOR_UNITS)
    currency: str
    exponent: int = Field(description="How many digits of minor units are parts of one.")
    interval: Interval
    next_at: datetime | None = Field(description="When it is taken next.")
    ends_at: datetime | None
    ended_at: datetime | None
    dedication: str
    is_test: bool = Field(description="Made with a test key: no money moves.")
    page: PageHead | None
    gifts: list[PartSaid] = Field(description="All that came of it, the newest first.")


class AllRecurring(Schema):
    """The recurring gifts of the address, the newest first."""

    recurring: list[RecurringSaid]


class Changed(Schema):
    """Whether anything changed, and how it stands now."""

    changed: bool
    recurring: RecurringSaid


class Ending(BaseModel):
    """Why it is ended, for who likes to say so: kept without a name."""

    reason: str = Field("", description=f"One of {', '.join(Reason.values)}, or empty.")
    words: str = Field("", description="500 letters at most.")


class Portal(Schema):
    """Stripe's page on which amount and card are changed. It is good for some minutes."""

    url: str
    language: str = Field(description="What that page speaks; “auto”: what the browser asks for.")


@router.get(
    "/recurring",
    auth=inside,
    response={200: AllRecurring, 401: ProblemDocument},
    url_name="api_me_recurring",
)
def all_recurring(request):
    """What the address gives regularly."""
    found = RecurringAct.records(request.auth.keys).order_by("-created_at", "-pk")
    return {"recurring": [_said(RecurringAct(record)) for record in found]}


@router.post(
    "/recurring/{pk}/look",
    auth=inside,
    response=answers((200, RecurringSaid), *VERB),
    url_name="api_me_recurring_look",
)
def look(request, pk: Id):
    """Reads it anew from Stripe, as after its page was used."""
    if not recurring_verbs.look(_find(request, pk).record):
        raise Problem("away", 503)
    return _said(_find(request, pk))


@router.post(
    "/recurring/{pk}/end",
    auth=inside,
    response=answers((200, Changed), *VERB),
    url_name="api_me_recurring_end",
)
def end(request, pk: Id, why: Ending | None = None):
    """Ends it: nothing more is taken. What is paid runs to the end of its period."""
    form = EndForm(why.model_dump() if why else {})
    if not form.is_valid():
        raise problems.of_form(form)

    def deed(recurring) -> bool:
        return recurring_verbs.end_saying_why(recurring, **form.cleaned_data)

    return _do(request, pk, recurring_verbs.END, deed)


@router.post(
    "/recurring/{pk}/change",
    auth=inside,
    response=answers((200, Portal), *VERB),
    url_name="api_me_recurring_change",
)
def change(request, pk: Id):
    """The address at Stripe at which amount and card are changed. 404 for one that has ended."""
    act = _find(request, pk)
    if recurring_verbs.CHANGE not in act.verbs:
        raise problems.unknown()
    try:
        url = portal.address(request, act.record)
    except acts.NotNow:
        raise Problem("away", 503) from None
    return {"url": url, "language": checkout.locale(request.LANGUAGE_CODE)}


@router.post(
    "/recurring/{pk}/{verb}",
    auth=inside,
    response=answers((200, Changed), *VERB),
    url_name="api_me_recurring_do",
)
def do(request, pk: Id, verb: Literal["keep", "pause", "resume"]):
    """Pauses it, goes on after that, or keeps one that was to end."""
    return _do(request, pk, verb, recurring_verbs.AT_ONCE[verb])


def _do(request, pk: Id, verb: str, deed: Callable) -> dict:
    """Calls ``deed(recurring gift)`` where the verb can be called, and once for one request."""
    act = _find(request, pk)
    if idempotency.is_repeat(request):
        return _changed(request, pk, idempotency.made(request) is not None)
    try:
        done = verb in act.verbs and deed(act.record)
    except acts.NotNow:
        raise Problem("away", 503) from None
    if done:
        idempotency.note(request, pk)
    return _changed(request, pk, done)


def _changed(request, pk: Id, done: bool) -> dict:
    return {"changed": done, "recurring": _said(_find(request, pk))}


def _find(request, pk: Id) -> RecurringAct:
    act = acts.find(RecurringAct.slice, pk, request.auth.keys)
    if act is None:
        raise problems.unknown()
    return act


def _said(act: RecurringAct) -> dict:
    recurring = act.record
    goes_on = recurring.state == RecurringState.ACTIVE and not recurring.ends_at
    return {
        "id": recurring.pk,
        "state": recurring.state,
        "words": act.state,
        "verbs": act.verbs,
        "ends_at_once": recurring_verbs.ends_at_once(recurring),
        "amount": recurring.amount,
        "currency": recurring.currency,
        "exponent": money.exponent(recurring.currency),
        "interval": recurring.interval,
        "next_at": recurring.period_end if goes_on else None,
        "ends_at": recurring.ends_at,
        "ended_at": recurring.ended_at,
        "dedication": act.dedication,
        "is_test": act.is_test,
        "page": named(act.page),
        "gifts": [_part(part) for part in act.parts],
    }


def _part(part: GiftAct) -> dict:
    gift = part.record
    return {
        "number": gift.pk,
        "state": gift.state,
        "day": gift.paid_at or gift.created_at,
        "amount": gift.amount,
        "refunded": gift.refunded,
        "token": part.token if gift.state == DonationState.PAID else None,
    }
