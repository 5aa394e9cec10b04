"""Who is told by webhook, and what each is told: the outbox of webhooks."""

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..supporters.tokens import new_nonce


class OffReason(models.TextChoices):
    """Why an endpoint is told nothing any more."""

    NO = "", ""
    EDITOR = "editor", _("Switched off")
    GONE = "gone", _("Switched off: it answered that it is gone")
    FAILING = "failing", _("Switched off: it failed for days")


class Endpoint(models.Model):
    """An address that is told what happens, and how it has answered lately.

    Its secret isn't stored: see ``signing``. The former one is good until ``older_until``.
    """

    name = models.CharField(pgettext_lazy("webhook", "name"), max_length=60)
    url = models.CharField(_("address"), max_length=500)
    #: The names of the events that it is told of; of what is erased each is told.
    events = models.JSONField(_("is told of"), default=list)
    is_on = models.BooleanField(default=True)
    off_reason = models.CharField(
        max_length=7, choices=OffReason.choices, default=OffReason.NO, blank=True
    )
    nonce = models.CharField(max_length=32, default=new_nonce, editable=False)
    older_nonce = models.CharField(max_length=32, blank=True, editable=False)
    older_until = models.DateTimeField(null=True, editable=False)
    tried_at = models.DateTimeField(null=True, editable=False)
    succeeded_at = models.DateTimeField(null=True, editable=False)
    #: Since when nothing that it was told has succeeded; empty while all is well.
    failing_since = models.DateTimeField(null=True, editable=False)
    #: It is left alone until then: see ``delivery``.
    rests_until = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        default_permissions = ()
        permissions = [("manage_webhooks", _("Set up webhooks, and send them again"))]

    def __str__(self):
        return self.name


class DeliveryState(models.TextChoices):
    """Where something that is told is on its way."""

    QUEUED = "queued", _("Waiting")
    SENDING = "sending", _("Being sent")
    DELIVERED = "delivered", pgettext_lazy("webhook", "Delivered")
    FAILED = "failed", _("Given up")


def new_webhook_id() -> str:
    """What stands in ``webhook-id``; without a full stop, as the specification has it."""
    return f"msg_{secrets.token_hex(12)}"


class Delivery(models.Model):
    """One event on its way to one endpoint, written in the transaction that makes it true.

    ``sending`` is committed before the endpoint is called; what a killed process leaves so is sent
    again, with the same ``webhook_id``, by which receivers know what they have got already.
    ``subject`` is the record that it tells of ("signature 12"): it goes when that is erased.
    """

    # Without a constraint: what is told by an endpoint that was deleted in this very moment must
    # not keep a signature from being confirmed.
    endpoint = models.ForeignKey(
        Endpoint,
        on_delete=models.CASCADE,
        related_name="deliveries",
        db_constraint=False,
        db_index=False,
    )
    webhook_id = models.CharField(max_length=32, default=new_webhook_id)
    event = models.CharField(max_length=40)
    subject = models.CharField(max_length=40)
    body = models.TextField()
    state = models.CharField(
        _("state"), max_length=9, choices=DeliveryState.choices, default=DeliveryState.QUEUED
    )
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    #: The status of the last answer, and why there was none: "TimeoutError". Of what was answered
    #: nothing is kept.
    status = models.PositiveSmallIntegerField(null=True)
    error = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    # Wagtail keeps no index of which pages it points to: none.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        default_permissions = ()
        indexes = [
            models.Index(fields=["endpoint", "state", "due_at"], name="campaign_delivery_due"),
            models.Index(fields=["endpoint", "created_at", "id"], name="campaign_delivery_newest"),
            models.Index(fields=["subject"], name="campaign_delivery_subject"),
            models.Index(fields=["state", "created_at"], name="campaign_delivery_old"),
        ]

    def __str__(self):
        return self.webhook_id
