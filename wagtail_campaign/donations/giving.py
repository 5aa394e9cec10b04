"""A donation from its form to Stripe's page, whichever door it came by: what is refused, and where
its donor goes on."""

from django.utils import translation
from django.utils.translation import gettext as _

from ..actions import taking
from ..actions.doors import Door
from ..actions.taking import Refused
from ..supporters import limits
from . import breaker, services
from .amounts.offers import currencies_of, of_fund
from .forms import DonationForm
from .models import Donation, Fund
from .stripe_api import gateway


def form_at(door: Door, data) -> DonationForm:
    """The form of the page behind a door, with what was sent to it."""
    fund = Fund.objects.get(pk=door.action_id)
    # The language of the page says which currency is meant by who names none.
    with translation.override(door.language):
        return DonationForm.at(
            door, data, offers=of_fund(fund, currencies_of(fund)), asks_fees=fund.asks_fees
        )


def begin(request, door: Door, form: DonationForm) -> Donation | Refused:
    """The gift of a form, written down, or why it isn't: 422 and 429 are said on the form."""
    if refused := taking.refuse(request, door, form):
        return refused
    if form.is_trapped or not form.is_valid():
        return Refused(422)
    if wait := limits.address_is_full(form.cleaned_data["email"], limits.network_of(request)):
        form.add_error("email", _("Too many gifts were begun with this address. Please wait."))
        return Refused(429, wait)
    return taking.do(services.give, door, form)


def go_on(donation: Donation, page) -> str | None:
    """The address at which a gift that was just begun is paid, "" where it is over by now; None
    where that comes in a mail: see ``breaker``. Twice is as good as once. Raises what ``gateway``
    raises; the gift is kept all the same.
    """
    if services.was_asked_to_confirm(donation):
        return None
    if donation.session is None and breaker.is_tripped():
        services.ask_to_confirm(donation)
        return None
    return to_stripe(donation, page) if services.may_be_paid(donation) else ""


def to_stripe(donation: Donation, page) -> str:
    """The address at which a gift to a page is paid, in its donor's language; "" and what is raised
    as of ``services.put_to_stripe``."""
    with translation.override(donation.language):
        return services.put_to_stripe(donation, page, page.checkout_words())


def why_not(error: gateway.StripeError) -> str:
    """What a donor is told who can't go and pay."""
    if isinstance(error, gateway.StripeAway):
        return _(
            "The payment service doesn’t answer just now. Nothing was charged. What you entered is"
            " still here: please try again in a minute."
        )
    return _(
        "The payment can’t begin, through no fault of yours. Nothing was charged. What you entered"
        " is still here: please try again later, or write to us."
    )
