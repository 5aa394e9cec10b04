"""The fund behind a donation page in all languages, and the gifts to it."""

import uuid

import swapper
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from ..actions.asks import Ask, ask
from ..actions.models import Action
from ..sharing.sources import MAX_LENGTH
from ..supporters import tokens
from ..supporters.models import ConsentWording, Supporter
from .amounts import currency_checks, money
from .states import DonationState
from .stripe_api import descriptors

CURRENCY_CHOICES = [(code, code) for code in sorted(money.OFFERED)]


def currency_field(label, **kwargs) -> models.CharField:
    """A currency, as its ISO code."""
    return models.CharField(label, max_length=3, **kwargs)


class Fund(Action, ClusterableModel):
    """What is collected for, and how donors are asked: live, in every language. Its goal is in
    whole ``goal_currency``."""

    goal_currency = currency_field(
        _("currency of the goal"), choices=CURRENCY_CHOICES, default="EUR"
    )
    asks_monthly = models.BooleanField(_("offer to give each month"), default=True)
    asks_yearly = models.BooleanField(_("offer to give each year"), default=False)
    asks_fees = models.BooleanField(
        _("offer to cover the fees"),
        default=True,
        help_text=_("What the payment costs is added as a line of its own, if the donor agrees."),
    )
    shows_donors = models.BooleanField(
        _("show donors"),
        default=True,
        help_text=_("Those who say so, each for this gift alone. Amounts aren’t shown."),
    )
    ask_last_name = ask(_("last name"), Ask.OPTIONAL)
    ask_country = ask(_("country"), Ask.OFF)
    ask_dedication = ask(_("dedication"), Ask.OFF, _("“In memory of …”, shown with the name."))
    ask_comment = ask(_("message to you"), Ask.OPTIONAL, _("For you alone; never public."))
    descriptor = models.CharField(
        _("on the bank statement"),
        max_length=10,
        blank=True,
        validators=[descriptors.check],
        help_text=_(
            "Stands there beside the name of your Stripe account, for gifts by card made once and"
            " for those that recur. A neutral word protects donors whose statements are read by"
            " others. Five to ten Latin letters."
        ),
    )

    #: The fields of the form that a fund can switch, by their names in it.
    ASKED = ("last_name", "country", "dedication", "comment")
    COPIED = (
        *Action.COPIED,
        *("goal_currency", "asks_monthly", "asks_yearly", "asks_fees", "shows_donors"),
        *("descriptor", *(f"ask_{name}" for name in ASKED)),
    )

    class Meta:
        verbose_name = _("fund")
        verbose_name_plural = _("funds")
        default_permissions = ("change",)

    def asks(self) -> dict[str, str]:
        """Field name -> ``Ask``, for the fields that can be switched."""
        return {name: getattr(self, f"ask_{name}") for name in self.ASKED}

    def is_held(self) -> bool:
        """Whether there are gifts, paid or on their way."""
        return self.donations.exists()


class FundCurrency(models.Model):
    """A currency in which a fund takes gifts, and what it offers there. Amounts are whole units of
    the currency; several are parted by spaces."""

    sort_order_field = "position"
    fund = ParentalKey(Fund, on_delete=models.CASCADE, related_name="currencies")
    currency = currency_field(_("currency"), choices=CURRENCY_CHOICES)
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    once = models.CharField(_("amounts, once"), max_length=60, default="10 25 50 100")
    monthly = models.CharField(_("each month"), max_length=60, default="5 10 20")
    yearly = models.CharField(_("each year"), max_length=60, default="30 60 120")
    minimum = models.PositiveIntegerField(
        _("at least"), default=1, validators=[MinValueValidator(1)]
    )
    maximum = models.PositiveIntegerField(_("at most"), default=10_000)
    fee_percent = models.DecimalField(
        _("fee, per cent"), max_digits=4, decimal_places=2, default=1.5
    )
    fee_fixed = models.DecimalField(_("fee, fixed"), max_digits=8, decimal_places=2, default=0.25)
    rate = models.DecimalField(
        _("worth in the currency of the goal"),
        max_digits=16,
        decimal_places=8,
        null=True,
        blank=True,
        help_text=_("What one is worth there, for the total. Empty: it isn’t in the total."),
    )
    rate_on = models.DateField(_("as of"), null=True, blank=True)

    class Meta:
        verbose_name = _("currency")
        verbose_name_plural = _("currencies")
        default_permissions = ()
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["fund", "currency"], name="campaign_fund_currency")
        ]

    def __str__(self):
        return f"{self.currency} {self.pk}"

    def clean(self):
        if wrong := currency_checks.against(self):
            raise ValidationError(wrong)


class Donation(models.Model):
    """One gift of money, written down before Stripe is asked for anything.

    Amounts are in minor units of ``currency``. Ids are Stripe's, and unique: whatever it tells
    twice is one gift. Of the donor it holds what is public, and no more.
    """

    mailed_slice = "donation"

    #: What stands in Stripe's metadata; says nothing of the donor.
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fund = models.ForeignKey(
        Fund, on_delete=models.PROTECT, related_name="donations", db_index=False
    )
    supporter = models.ForeignKey(Supporter, on_delete=models.SET_NULL, null=True, related_name="+")
    recurring = models.ForeignKey(
        "wagtail_campaign.RecurringDonation",
        on_delete=models.PROTECT,
        null=True,
        related_name="donations",
        editable=False,
    )
    state = models.CharField(
        _("state"), max_length=10, choices=DonationState.choices, default=DonationState.ASKED
    )
    amount = models.BigIntegerField(_("amount"))
    #: What of it the donor added for the fees.
    added = models.BigIntegerField(_("for the fees"), default=0)
    currency = currency_field(_("currency"))
    #: "month" or "year" for what began a recurring gift or came of it, "" for once.
    interval = models.CharField(_("how often"), max_length=5, blank=True)
    refunded = models.BigIntegerField(_("given back"), default=0)
    #: What the donor's bank has taken back, while it decides and for good.
    disputed = models.BigIntegerField(_("disputed"), default=0)
    #: What Stripe took, in the currency of its account.
    fee = models.BigIntegerField(_("fee"), null=True)
    fee_currency = currency_field("", blank=True)
    livemode = models.BooleanField(editable=False)
    is_offline = models.BooleanField(_("not through Stripe"), default=False, editable=False)
    session = models.CharField(max_length=255, null=True, unique=True, editable=False)
    payment_intent = models.CharField(max_length=255, null=True, unique=True, editable=False)
    invoice = models.CharField(max_length=255, null=True, unique=True, editable=False)
    #: Until when it can be paid; put to Stripe and the same each time.
    expires_at = models.DateTimeField(null=True, editable=False)
    public_name = models.CharField(_("public name"), max_length=125, blank=True)
    dedication = models.CharField(_("dedication"), max_length=120, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    language = models.CharField(_("language"), max_length=12)
    # The word behind ?via= in the address that brought the donor here.
    source = models.CharField(_("source"), max_length=MAX_LENGTH, blank=True)
    nonce = models.CharField(max_length=32, default=tokens.new_nonce, editable=False)
    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("page"),
    )
    created_at = models.DateTimeField(_("begun"), default=timezone.now)
    paid_at = models.DateTimeField(_("paid"), null=True, blank=True)
    thanked_at = models.DateTimeField(null=True, editable=False)
    #: What was ticked for one reminder, and when it was written or found needless: ``reminding``.
    reminder_wording = models.ForeignKey(
        ConsentWording,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
        editable=False,
    )
    reminded_at = models.DateTimeField(null=True, editable=False)
    #: Rises with each look at Stripe that was written down: see ``syncing``.
    looks = models.PositiveIntegerField(default=0, editable=False)
    #: What didn't fit what was asked for: see ``syncing``. Editors look at it.
    oddity = models.CharField(_("doesn’t fit"), max_length=60, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("donation")
        verbose_name_plural = _("donations")
        default_permissions = ()
        permissions = [
            ("view_donation_numbers", _("See how much was given")),
            ("view_donor", _("See who gave")),
            ("export_donation", _("Export donations")),
            ("refund_donation", _("Give donations back")),
            ("enter_donation", _("Enter and take out donations not made through Stripe")),
        ]
        indexes = [
            models.Index(fields=["fund", "state", "-paid_at"], name="campaign_donation_latest"),
            models.Index(fields=["state", "created_at"], name="campaign_donation_due"),
            models.Index(fields=["created_at", "id"], name="campaign_donation_newest"),
        ]

    def __str__(self):
        return str(self.pk)

    @property
    def action(self) -> Fund:
        """What it was given to, as records of all kinds call it."""
        return self.fund

    @property
    def kept(self) -> int:
        """What of it the campaign has, in minor units: paid, not given back, not disputed."""
        if self.state != DonationState.PAID:
            return 0
        return self.amount - self.refunded - self.disputed

    def token(self, purpose: str) -> str:
        """The secret part of an address that is the donor's alone: "gift" or "disown"."""
        return tokens.make(purpose, self.mailed_slice, self.pk, self.nonce)
