"""Why donors end what they gave regularly: asked, never required, and kept of nobody."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...supporters.erasure import month_of
from ..models import Fund


class Reason(models.TextChoices):
    """What may be chosen."""

    MONEY = "money", _("I can’t afford it at the moment")
    ENOUGH = "enough", _("I have given as much as I wanted to")
    OTHERWISE = "otherwise", _("I give or help in another way")
    CONTENT = "content", _("I expected something else of the campaign")
    PAYMENT = "payment", _("There was trouble with the payment")
    OTHER = "other", _("Something else")


class EndingReason(models.Model):
    """That somebody ended a recurring gift for a reason. It doesn't say who, nor the day."""

    fund = models.ForeignKey(Fund, on_delete=models.CASCADE, related_name="ending_reasons")
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices, blank=True)
    words = models.CharField(_("in their words"), max_length=500, blank=True)
    month = models.DateField(_("month"))

    class Meta:
        verbose_name = _("reason for ending")
        verbose_name_plural = _("reasons for ending")
        default_permissions = ()

    def __str__(self):
        return str(self.pk)


def note(fund: Fund, reason: str, words: str) -> None:
    """Writes a reason down, if there is any."""
    if reason or words:
        month = month_of(timezone.now()).date()
        EndingReason.objects.create(fund=fund, reason=reason, words=words, month=month)
