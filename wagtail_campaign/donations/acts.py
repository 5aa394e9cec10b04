"""Gifts and recurring gifts, as donors see them under ``/campaign/me/``."""

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ..supporters import acts
from . import forgetting
from .amounts import money, offers
from .me import donor, download, recurring_verbs
from .models import Donation
from .recurring import RecurringDonation
from .states import DonationState, RecurringState


def said(amount: int, currency: str) -> str:
    """An amount in the reader's language."""
    return money.say(amount, currency, get_language() or "en")


class _MoneyAct(acts.Act):
    """What a gift and a recurring one have in common."""

    is_kept_by_law = True

    @property
    def action_key(self):
        return self.record.fund.key

    def look(self, public_name):
        # Nobody is in the list of donors without a name.
        return public_name or _("Not at all")

    @property
    def is_test(self) -> bool:
        """Whether a test key took it, so that no money has moved."""
        return not self.record.livemode and not getattr(self.record, "is_offline", False)

    def _after_erasing(self) -> list[str]:
        return [
            _(
                "Your name and address, your message and dedication are destroyed, with your"
                " consents and our mails; your name leaves the page at once."
            ),
            _(
                "The law on accounting wants us to keep the gift itself, without you: amount, day,"
                " currency, country, language, the way that led here, and the numbers that Stripe"
                " gave it."
            ),
            _("Confirmations can’t be opened any more: print those that you need first."),
            _(
                "Stripe keeps what it knows of the payment by its own rules. Ask there as well:"
                " stripe.com/privacy."
            ),
        ]

    def show_as(self, display):
        return donor.show_as(self.supporter, display)

    def hide(self):
        return donor.hide(self.supporter)

    def let_go(self):
        return forgetting.let_go(self.record)


@acts.register
class GiftAct(_MoneyAct):
    """One gift; those that came of a recurring one stand with it."""

    slice = Donation.mailed_slice
    noun = gettext_lazy("Gift")
    template = "wagtail_campaign/donations/me_gift.html"

    @classmethod
    def records(cls, email_keys):
        gifts = Donation.objects.filter(supporter__email_key__in=email_keys, recurring=None)
        return gifts.select_related("fund", "supporter", "page__locale", "reminder_wording")

    @property
    def is_listed(self):
        """What was abandoned only stands in the way; what failed may need to be tried again."""
        if self.record.state == DonationState.ASKED:
            over = self.record.expires_at
            return over is not None and over > timezone.now()
        return self.record.state != DonationState.ABANDONED

    @property
    def state(self):
        match self.record.state:
            case DonationState.PAID:
                return _("Paid. Thank you!")
            case DonationState.PROCESSING:
                return _("On its way: your bank is working on it.")
            case DonationState.FAILED:
                return _("The payment failed. Nothing was charged.")
        return _("Not paid.")

    @property
    def refusals(self):
        none = {acts.CONFIRM: "", acts.WITHDRAW: ""}
        return none if self.record.state in donor.STANDING else none | {acts.SHOW_AS: ""}

    @property
    def is_public(self):
        gift = self.record
        return gift.state in donor.STANDING and bool(gift.dedication and gift.public_name)

    @property
    def token(self) -> str:
        """The secret part of the address of its page."""
        return self.record.token("gift")

    @property
    def year(self) -> int | None:
        """That of the statement in which it stands, in the zone of the site."""
        paid_at = self.record.paid_at
        return timezone.localtime(paid_at).year if paid_at else None

    def question(self, verb):
        consequences = self._after_erasing()
        if self.record.state == DonationState.ASKED:
            consequences.insert(0, _("It is not paid yet, and can’t be paid any more then."))
        if self.record.state == DonationState.PROCESSING:
            consequences.insert(
                0, _("If your bank still pays, it counts, and nobody can be thanked by mail.")
            )
        return acts.Question(_("Erase your gift?"), consequences, _("Erase for ever"))

    def data(self):
        return download.gift_data(self.record)

    def erase(self):
        donor.erase(self.record)


@acts.register
class RecurringAct(_MoneyAct):
    """A recurring gift with all that came of it."""

    slice = "recurring"
    noun = gettext_lazy("Recurring gift")
    template = "wagtail_campaign/donations/me_recurring.html"

    @classmethod
    def records(cls, email_keys):
        found = RecurringDonation.objects.filter(supporter__email_key__in=email_keys)
        gifts = Donation.objects.select_related("page__locale", "reminder_wording")
        gifts = gifts.order_by("-created_at", "-pk")
        return found.select_related("fund", "supporter").prefetch_related(
            Prefetch("donations", queryset=gifts, to_attr="gifts")
        )

    @property
    def gifts(self) -> list[Donation]:
        """All that came of it, the newest first."""
        return self.record.gifts

    @property
    def parts(self) -> list["GiftAct"]:
        """The same, each as an act of its own."""
        return [GiftAct(gift) for gift in self.gifts]

    @property
    def years(self) -> list[int]:
        """Those in which something of it was paid, the latest first."""
        return sorted({part.year for part in self.parts if part.year}, reverse=True)

    @property
    def page(self):
        return self.gifts[0].page if self.gifts else None

    @property
    def state(self):
        recurring = self.record
        if recurring.state == RecurringState.ENDED:
            return _("Ended. Thank you for all that you gave.")
        if recurring.state == RecurringState.PAST_DUE:
            return _("It could not be taken this time. It is tried again in some days.")
        if recurring.state == RecurringState.PAUSED:
            return _("Paused: nothing is taken.")
        if recurring.ends_at:
            return _("It ends: nothing more is taken.")
        return _("Active. Thank you!")

    @property
    def dedication(self) -> str:
        """That of the first gift."""
        return next((gift.dedication for gift in self.gifts if gift.dedication), "")

    @property
    def amount(self) -> str:
        """How much each time, in words."""
        amount = said(self.record.amount, self.record.currency)
        return offers.each_time(amount, self.record.interval)

    @property
    def verbs(self) -> list[str]:
        """What can be done with it beside the verbs of all acts."""
        return recurring_verbs.allowed(self.record)

    @property
    def refusals(self):
        return {acts.CONFIRM: "", acts.WITHDRAW: ""}

    @property
    def is_public(self):
        return any(gift.dedication and gift.public_name for gift in self.gifts)

    def question(self, verb):
        consequences = self._after_erasing()
        if self.record.state != RecurringState.ENDED:
            consequences.insert(
                0, _("It ends at once: nothing is taken any more. What was paid stays paid.")
            )
        return acts.Question(_("Erase your recurring gift?"), consequences, _("Erase for ever"))

    def data(self):
        return download.recurring_data(self.record, self.gifts)

    def erase(self):
        donor.erase_recurring(self.record)
