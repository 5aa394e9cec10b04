"""A donation by JSON: what can be given, giving, and how a gift stands."""

from datetime import datetime

from django.utils import translation
from ninja import Router, Schema, Status
from pydantic import Field

from ..actions import doors
from ..actions.doors import Door
from ..actions.taking import Refused
from ..headless import door, idempotency, problems, taking
from ..headless.answers import FORM, SENT, PageHead, Taken, answers, check_mail
from ..headless.bodies import Person, Value
from ..headless.pages import named
from ..headless.paths import Id, Token
from ..headless.problems import Problem
from . import giving, options, own_gift
from .amounts import money
from .forms import DonationForm
from .models import Donation
from .options import MINOR_UNITS, Interval, Options
from .own_gift import AskedOften
from .pages import DonationMixin
from .states import DonationState
from .stripe_api import gateway

router = Router(tags=["Donations"])


class Gift(Person):
    """What a donor typed. The amounts offered have members of their own, “amount_EUR_month” or
    “amount_EUR_once”, of which that counts which belongs to ``currency`` and ``interval``: in minor
    units, as text or as an integer."""

    interval: Value = Field("", description="“month” or “year”, or empty for once.")
    currency: Value = Field("", description="Empty for the one that the form shows first.")
    other: Value = Field(
        "",
        description="Another amount, as people type it: it goes before those offered.",
        examples=["12.50"],
    )
    covers_fees: Value = Field(False, description="Whether the fees are added.")
    dedication: Value = ""
    comment: Value = ""


class Begun(Schema):
    """A gift that was written down, and has still to be paid."""

    token: str = Field(description="The secret part of its address: see GET /gifts/{token}.")
    checkout_url: str | None = Field(
        description="Stripe’s page on which it is paid; null where it is over by now."
    )


class Paying(Schema):
    """Where a gift is paid."""

    checkout_url: str | None = Field(description="Stripe’s page; null where it can’t be paid.")


class GiftSaid(Schema):
    """How a gift stands."""

    state: DonationState
    amount: int = Field(description=MINOR_UNITS)
    said: str = Field(description="The same for people: “€25”.")
    added: int = Field(description="What of it is for the fees.")
    refunded: int = Field(description="What of it was given back.")
    disputed: int = Field(description="What of it the donor’s bank has taken back.")
    currency: str
    exponent: int = Field(description="How many digits of minor units are parts of one.")
    interval: Interval = Field(description="How often it is given; empty for once.")
    is_test: bool = Field(description="Made with a test key: no money moves.")
    may_be_paid: bool = Field(description="Whether POST /gifts/{token}/pay leads to Stripe.")
    number: int | None = Field(description="Of the confirmation; null until it is paid.")
    paid_at: datetime | None
    page: PageHead | None = Field(description="Null where it is public no longer.")


@router.get(
    "/donations/{page_id}/options",
    response=answers((200, Options), 422),
    url_name="api_donation_options",
)
def show_options(request, page_id: Id):
    """The currencies, frequencies and amounts of a page, in its language. How much was given
    stands in its action: GET /actions/{page_id}."""
    door.may_be_kept(request)
    page = taking.public_page(page_id, DonationMixin)
    request.LANGUAGE_CODE = page.locale.language_code
    with translation.override(request.LANGUAGE_CODE):
        return options.of_page(page, page.get_live(request))


@router.post(
    "/donations/{page_id}/give",
    response={201: Begun, **answers((202, Taken), *FORM, 503)},
    url_name="api_give",
)
def give(request, page_id: Id, typed: Gift):
    """Gives: 201 with the address at Stripe. While somebody misuses the form, 202: that address
    comes in a mail. After 503 nothing was charged; the same request with the same Idempotency-Key
    goes on with the same gift, at any time."""

    def answer(at):
        repeated = idempotency.is_repeat(request)
        donation = _begun_before(request) if repeated else _begin(request, at, typed)
        try:
            paying = giving.go_on(donation, doors.find_page(at.page_id, DonationMixin))
        except gateway.StripeError as error:
            raise _away(error) from None
        if paying is None:
            return check_mail()
        return Status(201, {"token": donation.token("gift"), "checkout_url": paying or None})

    return taking.at_the_door(request, page_id, DonationMixin, answer)


@router.get("/gifts/{token}", response=answers((200, GiftSaid), 422), url_name="api_gift")
def gift(request, token: Token):
    """How a gift stands, for its donor alone: asked of Stripe anew, as long as it isn't paid."""
    donation = _find(token)
    with taking.speaking(request, donation.language):
        donation = own_gift.looked_at(donation)
        page = own_gift.page_of(donation)
        said = money.say(donation.amount, donation.currency, request.LANGUAGE_CODE)
    is_paid = donation.state == DonationState.PAID
    return {
        "state": donation.state,
        "amount": donation.amount,
        "said": said,
        "added": donation.added,
        "refunded": donation.refunded,
        "disputed": donation.disputed,
        "currency": donation.currency,
        "exponent": money.exponent(donation.currency),
        "interval": donation.interval,
        "is_test": not (donation.livemode or donation.is_offline),
        "may_be_paid": own_gift.may_be_paid(donation, page),
        "number": donation.pk if is_paid else None,
        "paid_at": donation.paid_at,
        "page": named(page),
    }


@router.post(
    "/gifts/{token}/pay",
    response=answers((200, Paying), *SENT, 429, 503),
    url_name="api_gift_pay",
)
def pay(request, token: Token):
    """Goes on to pay a gift that isn't paid yet, also one that came by a mail: the address at
    Stripe, the same each time while it holds."""
    donation = _find(token)
    with taking.speaking(request, donation.language):
        try:
            return {"checkout_url": own_gift.pay(donation) or None}
        except AskedOften as often:
            raise _too_often(often) from None
        except gateway.StripeError as error:
            raise _away(error) from None


def _begin(request, at: Door, typed: Gift) -> Donation:
    form = taking.read(request, typed, lambda data: giving.form_at(at, data))
    donation = giving.begin(request, at, form)
    if isinstance(donation, Refused):
        raise _refusal(donation, at, form)
    idempotency.note(request, donation.pk)
    return donation


def _begun_before(request) -> Donation:
    """The gift that this very request has begun."""
    gifts = Donation.objects.select_related("fund", "supporter")
    donation = gifts.filter(pk=idempotency.made(request)).exclude(nonce="").first()
    if donation is None:
        raise problems.unknown()
    try:
        own_gift.count_asking(donation)
    except AskedOften as often:
        raise _too_often(often) from None
    return donation


def _refusal(refused: Refused, at: Door, form: DonationForm) -> Problem:
    problem = taking.refusal(refused, at, form)
    if refused.status == 429:
        # Whether it is the network or the address is said on the form.
        problem.more |= problems.of_form(form).more
    return problem


def _away(error: gateway.StripeError) -> Problem:
    return Problem("away", 503, errors={"": [giving.why_not(error)]})


def _too_often(often: AskedOften) -> Problem:
    return Problem("too_many", 429, headers={"Retry-After": str(often.wait)})


def _find(token: Token) -> Donation:
    donation = own_gift.find(token)
    if donation is None:
        raise problems.unknown()
    return donation
