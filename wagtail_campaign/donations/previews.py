"""Previews in the editor of a donation page: the page, what becomes of a gift, and each mail."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..actions.previews import PreviewsMixin
from . import reminding
from .amounts.offers import first_for
from .models import Donation, Fund
from .recurring import RecurringDonation
from .states import DonationState
from .stripe_api import gateway

GIFT = "donations/gift.html"
STEPS = {
    "paid": (GIFT, _("Thanks, once it is paid")),
    "processing": (GIFT, _("Thanks, while the bank works on it")),
    "cancelled": (GIFT, _("Back without paying")),
    "failed": (GIFT, _("The payment failed")),
    "print": ("donations/gift_print.html", _("The confirmation, to print")),
    "check_mail": ("donations/check_mail.html", _("Check your mail, while the form is misused")),
}
MAILS = {
    "donations.thanks": _("Mail: thanks for a gift"),
    "donations.reminder": _("Mail: reminder of a gift that wasn’t paid"),
    "donations.refunded": _("Mail: a gift was given back"),
    "donations.refund_failed": _("Mail: what was given back didn’t arrive"),
    "donations.payment_failed": _("Mail: a recurring gift couldn’t be taken"),
    "donations.confirm": _("Mail: please confirm, while the form is misused"),
}
#: What becomes of the gift in each step; in the others it is paid.
STATES = {
    "processing": DonationState.PROCESSING,
    "cancelled": DonationState.ASKED,
    "failed": DonationState.FAILED,
}


class DonationPreviewsMixin(PreviewsMixin):
    """Adds them to a donation page. An abstract model: see ``PreviewsMixin``."""

    previewed_steps, previewed_mails = STEPS, MAILS

    class Meta:
        abstract = True

    def step_context(self, request, mode_name):
        """As of all actions; and what ``views.gift`` gives its templates."""
        context = super().step_context(request, mode_name)
        gift = context["record"]
        gift.state = STATES.get(mode_name, gift.state)
        return context | {
            "donation": gift,
            "token": gift.token("gift"),
            "was_cancelled": mode_name == "cancelled",
            "may_be_paid": gift.state == DonationState.ASKED,
        }

    def sample_record(self, supporter, mail="") -> Donation:
        """A gift of the first amount that the form offers; for the mail about one that comes again,
        it does."""
        offer = first_for(self.read_live().offers, supporter.language)
        amounts = [amount for _interval, offered in offer.amounts for amount in offered]
        told = {
            "fund": self.get_action() or Fund(key=self.translation_key),
            "supporter": supporter,
            "amount": amounts[0] if amounts else offer.minimum,
            "currency": offer.currency,
            "language": supporter.language,
            "livemode": gateway.is_live(),
        }
        return Donation(
            pk=0,
            page=self,
            state=DonationState.PAID,
            paid_at=timezone.now(),
            reminder_wording=reminding.wording(supporter.language),
            recurring=RecurringDonation(interval="month", **told),
            **told,
        )
