"""Money that went back, given by editors or taken by a donor's bank; and what may go so."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..models import Donation

#: https://docs.stripe.com/api/refunds/object#refund_object-status
SUCCEEDED, FAILED = "succeeded", "failed"
GOING_BACK = ("pending", "requires_action", SUCCEEDED)
#: Statuses of a dispute in which the bank has the money:
#: https://docs.stripe.com/api/disputes/object#dispute_object-status
TAKEN = ("needs_response", "under_review", "lost")


class Refund(models.Model):
    """A refund of Stripe's; ``amount`` in minor units of the gift's currency. One that failed gives
    the money to the campaign again."""

    donation = models.ForeignKey(Donation, on_delete=models.CASCADE, related_name="refunds")
    stripe_id = models.CharField(max_length=255, unique=True, editable=False)
    status = models.CharField(_("state"), max_length=20)
    amount = models.BigIntegerField(_("amount"))
    failure = models.CharField(_("why it failed"), max_length=60, blank=True)
    created_at = models.DateTimeField(_("date"))
    #: When the donor was told of it, and that it failed after that: see ``telling``.
    told_at = models.DateTimeField(null=True, editable=False)
    failure_told_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("refund")
        verbose_name_plural = _("refunds")
        default_permissions = ()

    def __str__(self):
        return str(self.pk)


class Dispute(models.Model):
    """What a donor's bank says against a gift; ``amount`` in minor units."""

    donation = models.ForeignKey(Donation, on_delete=models.CASCADE, related_name="disputes")
    stripe_id = models.CharField(max_length=255, unique=True, editable=False)
    status = models.CharField(_("state"), max_length=30)
    amount = models.BigIntegerField(_("amount"))
    reason = models.CharField(_("reason"), max_length=60, blank=True)
    created_at = models.DateTimeField(_("date"))

    class Meta:
        verbose_name = _("dispute")
        verbose_name_plural = _("disputes")
        default_permissions = ()

    def __str__(self):
        return str(self.pk)


class FraudWarning(models.Model):
    """That the card's bank holds a gift for fraud, and has taken nothing back yet; often it does
    some days later. Stripe changes nothing of it that is kept here."""

    donation = models.ForeignKey(Donation, on_delete=models.CASCADE, related_name="fraud_warnings")
    stripe_id = models.CharField(max_length=255, unique=True, editable=False)
    #: https://docs.stripe.com/api/radar/early_fraud_warnings/object
    fraud_type = models.CharField(_("reason"), max_length=60)
    created_at = models.DateTimeField(_("date"))

    class Meta:
        verbose_name = _("fraud warning")
        verbose_name_plural = _("fraud warnings")
        default_permissions = ()

    def __str__(self):
        return str(self.pk)
