"""A gift that comes again each month or year, as a subscription of Stripe's."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..supporters.models import Supporter
from .models import Fund, currency_field
from .states import RecurringState


class RecurringDonation(models.Model):
    """What somebody gives again and again. ``amount``: in minor units, each time."""

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="recurring_donations")
    supporter = models.ForeignKey(Supporter, on_delete=models.SET_NULL, null=True, related_name="+")
    state = models.CharField(
        _("state"), max_length=8, choices=RecurringState.choices, default=RecurringState.ACTIVE
    )
    amount = models.BigIntegerField(_("amount"))
    currency = currency_field(_("currency"))
    interval = models.CharField(_("how often"), max_length=5)
    subscription = models.CharField(max_length=255, unique=True, editable=False)
    customer = models.CharField(max_length=255, editable=False)
    livemode = models.BooleanField(editable=False)
    language = models.CharField(_("language"), max_length=12)
    period_end = models.DateTimeField(_("next time"), null=True)
    ends_at = models.DateTimeField(_("ends"), null=True)
    ended_at = models.DateTimeField(_("ended"), null=True)
    created_at = models.DateTimeField(_("begun"), default=timezone.now)
    #: The invoice whose failure was told to the donor.
    failed_invoice = models.CharField(max_length=255, blank=True, editable=False)
    looks = models.PositiveIntegerField(default=0, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("recurring donation")
        verbose_name_plural = _("recurring donations")
        default_permissions = ("change",)
        indexes = [
            models.Index(fields=["created_at", "id"], name="campaign_recurring_newest"),
            models.Index(fields=["state", "id"], name="campaign_recurring_state"),
        ]

    def __str__(self):
        return str(self.pk)

    @property
    def action(self) -> Fund:
        """What it is given to, as records of all kinds call it."""
        return self.fund
