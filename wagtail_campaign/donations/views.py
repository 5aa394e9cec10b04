"""A donation, as HTTP: a donor gives and goes to Stripe, comes back, and sees how it stands."""

from contextlib import suppress
from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ..actions import doors, taking
from ..actions.http import public, public_form, taken
from ..embeds import frames
from ..supporters import limits, tokens
from . import breaker, gateway, hints, services
from .forms import DonationForm
from .models import Donation, Fund
from .offers import currencies_of, of_fund
from .pages import DonationMixin
from .states import DonationState
from .syncing import Busy


@public_form
@require_POST
def give(request, page_id):
    """Gives. 303 to Stripe's page, or the page again: 422, 409, 429; 503 where Stripe is away. In a
    frame on another site 200 with the link that leads out of it, to Stripe's page."""
    return taking.at_the_door(request, page_id, DonationMixin, lambda door: _give(request, door))


def _give(request, door):
    fund = Fund.objects.get(pk=door.action_id)
    form = DonationForm(
        request.POST,
        asks=door.asks,
        wordings=door.wordings,
        questions=door.questions,
        offers=of_fund(fund, currencies_of(fund)),
        asks_fees=fund.asks_fees,
    )

    def again(status):
        return taking.page_with(request, door, DonationMixin, form, status)

    if refused := taking.refuse(request, door, form, again):
        return refused
    if form.is_trapped or not form.is_valid():
        return again(422)
    if limits.address_is_full(form.cleaned_data["email"], limits.network_of(request)):
        form.add_error("email", _("Too many gifts were begun with this address. Please wait."))
        return again(429)
    must_confirm = breaker.is_tripped()
    donation = taking.do(services.give, door, form)
    if must_confirm:
        services.ask_to_confirm(donation)
        done = reverse("wagtail_campaign:donation_check_mail", args=[door.page_id])
        return taken(request, frames.stay(request, done))
    page = doors.find_page(door.page_id, DonationMixin)
    try:
        url = services.put_to_stripe(donation, page, page.checkout_words())
    except gateway.StripeError as error:
        form.add_error(None, _why_not(error))
        return again(503)
    if frames.is_framed(request):
        # Stripe's page shows itself in no frame, and only a click leads out of one.
        template = "wagtail_campaign/donations/leave_frame.html"
        draw = partial(frames.draw, request, page, panel=template, url=url)
        return frames.let_in(taking.beside(request, page, draw), door.embed_origins)
    return taken(request, url)


def _why_not(error: gateway.StripeError) -> str:
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


@public
@require_safe
def check_mail(request, page_id):
    """ "Check your mail", where a gift has to be confirmed before it is paid."""
    return taking.step(
        request, page_id, DonationMixin, "wagtail_campaign/donations/check_mail.html"
    )


@public_form
@require_POST
def pay(request, token):
    """Goes on to pay a gift that isn't paid yet: 303 to Stripe, or back to it."""
    donation = _of_token(token)
    page = _page_of(donation)
    url = reverse("wagtail_campaign:gift", args=[token])
    if page and services.may_be_paid(donation) and not limits.was_asked_often(token):
        try:
            with translation.override(donation.language):
                paying = services.put_to_stripe(donation, page, page.checkout_words())
            return taken(request, paying or url)
        except gateway.StripeError:
            url = f"{url}?away"
    return taken(request, url)


@public_form
@require_safe
def gift(request, token):
    """How a gift stands, for its donor alone: asked of Stripe anew, as long as it isn't paid. Of
    its page, only what is public."""
    donation = _of_token(token)
    with translation.override(donation.language):
        request.LANGUAGE_CODE = donation.language
        # Where Stripe is away it is shown as it was known last, and the webhook will come.
        with suppress(gateway.StripeError, Busy):
            if donation.state != DonationState.PAID and not limits.was_asked_often(token):
                donation = hints.sync_gift(donation)
        page = _page_of(donation)
        context = {
            "donation": donation,
            "page": page,
            "token": token,
            "was_cancelled": "cancelled" in request.GET,
            "is_away": "away" in request.GET,
            "may_be_paid": services.may_be_paid(donation),
        }
        return render(request, "wagtail_campaign/donations/gift.html", context)


@public_form
@require_safe
def gift_print(request, token):
    """The confirmation of a gift that was paid, as a sheet of paper for its donor alone; 404 for
    any other."""
    donation = _of_token(token)
    if donation.state != DonationState.PAID:
        raise Http404
    with translation.override(donation.language):
        request.LANGUAGE_CODE = donation.language
        page = donation.page.specific if donation.page else None
        context = {"donation": donation, "page": page}
        return render(request, "wagtail_campaign/donations/gift_print.html", context)


def _page_of(donation: Donation):
    """The page on which a gift was made, None where it is public no longer."""
    page = donation.page
    return page.specific if page and page.live else None


def _of_token(text: str) -> Donation:
    token = tokens.parse(text)
    donation = None
    if token and token.slice == Donation.mailed_slice:
        donation = (
            Donation.objects.select_related("page", "fund", "supporter").filter(pk=token.pk).first()
        )
    proven = token is not None and tokens.proves(token, "gift", getattr(donation, "nonce", ""))
    if donation is None or not proven or not donation.nonce:
        raise Http404
    return donation
