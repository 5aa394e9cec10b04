"""Giving a donation back, whole or in part: what there is, what for, and yes."""

import uuid
from contextlib import suppress

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ...actions import words
from ...actions.admin.verbs import ReasonForm
from ...actions.spreadsheets import decimal_mark, decimal_text
from .. import permissions
from ..amounts import money
from ..money_back import refunding
from ..money_back.refunding import RefundOrder, TooMuch
from ..stripe_api import gateway
from ..syncing.gifts import Busy, sync_donation
from .asking import AskAboutGiftView
from .sums import said


class RefundForm(ReasonForm):
    """How much and why. ``key`` makes a second press the same refund."""

    amount = forms.CharField(label=gettext_lazy("Amount to give back"), max_length=20)
    key = forms.UUIDField(widget=forms.HiddenInput)

    field_order = ["amount", "reason"]

    def __init__(self, *args, donation, **kwargs):
        super().__init__(*args, **kwargs)
        self.donation = donation
        self.fields["key"].initial = uuid.uuid4
        whole = money.to_major(donation.kept, donation.currency)
        self.fields["amount"].initial = decimal_text(whole, decimal_mark())
        self.fields["amount"].help_text = _("At most %(amount)s.") % {
            "amount": said(donation.kept, donation.currency)
        }

    def clean_amount(self):
        typed, gift = self.cleaned_data["amount"], self.donation
        try:
            amount = money.parse(typed, gift.currency, get_language() or "en")
        except ValueError:
            raise ValidationError(_("Please enter an amount in figures."), code="amount") from None
        if not 0 < amount <= gift.kept:
            most = said(gift.kept, gift.currency)
            raise ValidationError(
                _("There are %(amount)s to give back."), params={"amount": most}, code="limits"
            )
        return amount


class RefundView(AskAboutGiftView):
    """Gives money back by Stripe. What was asked for and not answered is asked for again first."""

    rights = (permissions.REFUND,)
    page_title = gettext_lazy("Give back")
    header_icon = "arrow-left"
    serious = True

    def get(self, request, *args, **kwargs):
        # What was given back at Stripe itself may not be known here yet.
        with suppress(gateway.StripeError, Busy):
            sync_donation(self.record.pk)
            del self.record
        return super().get(request, *args, **kwargs)

    @cached_property
    def waiting(self) -> RefundOrder | None:
        """What has no answer yet."""
        return refunding.unanswered(self.record)

    @property
    def is_useless(self):
        return not self.waiting and not refunding.can_refund(self.record)

    @property
    def button(self):
        return _("Ask Stripe again") if self.waiting else _("Give it back")

    def get_form_class(self):
        return forms.Form if self.waiting or self.is_useless else RefundForm

    def get_form_kwargs(self):
        more = {"donation": self.record} if self.get_form_class() is RefundForm else {}
        return super().get_form_kwargs() | more

    def explain(self):
        gift = self.record
        if self.waiting:
            order = self.waiting
            asked = {
                "amount": said(order.amount, gift.currency),
                "moment": words.moment(order.created_at),
            }
            return [
                _("On %(moment)s Stripe was asked to give %(amount)s back, and hasn’t answered.")
                % asked,
                _("Ask once more: however often that is, it is given back once."),
            ]
        if self.is_useless:
            return [self.why_useless()]
        return [
            _("Stripe pays it to the card or account that it came from; that takes some days."),
            _("Stripe keeps the fees of the payment. It can’t be taken back."),
            *([_("A recurring gift goes on: end it apart.")] if gift.recurring_id else []),
        ]

    def why_useless(self) -> str:
        """Why there is nothing to give back."""
        gift = self.record
        if gift.disputed:
            return _("The donor’s bank disputes it: answer that at Stripe.")
        if gift.is_offline:
            return _("It didn’t come through Stripe, so Stripe can’t give it back.")
        if gift.kept > 0:
            return _("It was given with another key than that of the settings now.")
        return _("There is nothing to give back.")

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except TooMuch:
            form.add_error(
                None, _("Something was given back meanwhile. Please look at the gift once more.")
            )
            return self.form_invalid(form)

    def do(self, form):
        user = self.request.user
        order = self.waiting
        if order is None:
            typed = form.cleaned_data
            order = refunding.begin(
                self.record, typed["key"], typed["amount"], typed["reason"], user
            )
        order = refunding.carry_out(order, user)
        self.nothing_done = order.state != RefundOrder.State.DONE
        if order.state == RefundOrder.State.DONE:
            return _("%(amount)s will be given back.") % {
                "amount": said(order.amount, self.record.currency)
            }
        if order.state == RefundOrder.State.REFUSED:
            return _("Stripe refused it (%(error)s). Nothing was given back.") % {
                "error": order.error
            }
        return _("That was too long ago to be asked for again. Below is what Stripe did.")
