"""A donation, as HTTP: a donor gives and goes to Stripe, comes back, and sees how it stands."""

from functools import partial

from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_POST, require_safe

from ..actions import doors, taking
from ..actions.http import public, public_form, taken
from ..embeds import frames
from . import giving, own_gift
from .pages import DonationMixin
from .states import DonationState
from .stripe_api import gateway


@public_form
@require_POST
def give(request, page_id):
    """Gives. 303 to Stripe's page, or the page again: 422, 409, 429; 503 where Stripe is away. In a
    frame on another site 200 with the link that leads out of it, to Stripe's page."""
    return taking.at_the_door(request, page_id, DonationMixin, lambda door: _give(request, door))


def _give(request, door):
    form = giving.form_at(door, request.POST)

    def again(status):
        return taking.page_with(request, door, DonationMixin, form, status)

    donation = giving.begin(request, door, form)
    if isinstance(donation, taking.Refused):
        return donation.answer(again)
    page = doors.find_page(door.page_id, DonationMixin)
    try:
        paying = giving.go_on(donation, page)
    except gateway.StripeError as error:
        form.add_error(None, giving.why_not(error))
        return again(503)
    if paying is None:
        done = reverse("wagtail_campaign:donation_check_mail", args=[door.page_id])
        return taken(request, frames.stay(request, done))
    if frames.is_framed(request):
        # Stripe's page shows itself in no frame, and only a click leads out of one.
        template = "wagtail_campaign/donations/leave_frame.html"
        draw = partial(frames.draw, request, page, panel=template, url=paying)
        return frames.let_in(taking.beside(request, page, draw), door.embed_origins)
    return taken(request, paying)


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
    if (donation := own_gift.find(token)) is None:
        return _unknown(request)
    url = reverse("wagtail_campaign:gift", args=[token])
    try:
        return taken(request, own_gift.pay(donation) or url)
    except own_gift.AskedOften:
        return taken(request, url)
    except gateway.StripeError:
        return taken(request, f"{url}?away")


@public_form
@require_safe
def gift(request, token):
    """How a gift stands, for its donor alone: asked of Stripe anew, as long as it isn't paid. Of
    its page, only what is public. 404 for a link that never was, or whose gift was erased."""
    if (donation := own_gift.find(token)) is None:
        return _unknown(request)
    with translation.override(donation.language):
        request.LANGUAGE_CODE = donation.language
        donation = own_gift.looked_at(donation)
        page = own_gift.page_of(donation)
        context = {
            "donation": donation,
            "page": page,
            "token": token,
            "was_cancelled": "cancelled" in request.GET,
            "is_away": "away" in request.GET,
            "may_be_paid": own_gift.may_be_paid(donation, page),
        }
        return render(request, "wagtail_campaign/donations/gift.html", context)


@public_form
@require_safe
def gift_print(request, token):
    """The confirmation of a gift that was paid, as a sheet of paper for its donor alone; 404 for
    any other."""
    donation = own_gift.find(token)
    if donation is None or donation.state != DonationState.PAID:
        return _unknown(request)
    with translation.override(donation.language):
        request.LANGUAGE_CODE = donation.language
        page = donation.page.specific if donation.page else None
        context = {"donation": donation, "page": page}
        return render(request, "wagtail_campaign/donations/gift_print.html", context)


def _unknown(request):
    return render(request, "wagtail_campaign/link_unknown.html", status=404)
