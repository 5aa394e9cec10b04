"""The outbox, and the lease of ``campaign_work``."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..supporters.models import Supporter


class MailState(models.TextChoices):
    """Where a mail is on its way."""

    QUEUED = "queued", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Refused")
    UNKNOWN = "unknown", _("Unknown")


class BroadcastState(models.TextChoices):
    """Where a broadcast is on its way."""

    WAITING = "waiting", _("About to start")
    SENDING = "sending", _("Being sent")
    STOPPED = "stopped", _("Stopped")
    DONE = "done", _("Sent")


class Broadcast(models.Model):
    """One mail to all who asked for it, once for each thing it tells of.

    ``kind`` and ``object_id`` say what it tells; ``slice`` and ``action_key`` to whom: see
    ``MailedLink.audience``. ``last_record`` is how far the outbox was filled. An urgent one goes
    before all others, at once, and to everybody who acted.
    """

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    slice = models.CharField(max_length=20)
    action_key = models.UUIDField()
    urgent = models.BooleanField(default=False)
    state = models.CharField(
        _("state"),
        max_length=7,
        choices=BroadcastState.choices,
        default=BroadcastState.WAITING,
    )
    starts_at = models.DateTimeField()
    last_record = models.BigIntegerField(default=0)
    is_written = models.BooleanField(default=False)
    total = models.PositiveIntegerField(default=0)
    sent = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("broadcast")
        verbose_name_plural = _("broadcasts")
        default_permissions = ()
        permissions = [("send_broadcast", _("Mail updates to those who asked for them"))]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "slice"], name="campaign_broadcast_once"
            )
        ]

    def __str__(self):
        return str(self.pk)


class Mail(models.Model):
    """One mail to one supporter, written in the transaction of the verb that causes it.

    It holds no address and no text: ``kind`` and ``object_id`` say what to write, and the supporter
    to whom, when it is sent. ``sending`` is committed before the mail server is talked to and
    ``sent`` after it; what stays between is ``unknown``, and never sent again by itself.
    """

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    # Empty where the supporter was forgotten: for a day the row still counts for the limit, so that
    # who disowns what an attacker typed isn't written to without end. ``due.py`` deletes it then.
    supporter = models.ForeignKey(
        Supporter, on_delete=models.SET_NULL, null=True, related_name="mails"
    )
    # To whom of the staff it goes: see ``staff``. It has no supporter then. Without an index: only
    # deleting a user asks for it, and every mail would pay.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        db_index=False,
    )
    # Empty for a mail to one person alone.
    broadcast = models.ForeignKey(
        Broadcast, on_delete=models.CASCADE, null=True, related_name="mails"
    )
    language = models.CharField(max_length=12)
    state = models.CharField(max_length=8, choices=MailState.choices, default=MailState.QUEUED)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    # What the mail server said, without what it said about whom: "SMTP 550", "TimeoutError".
    error = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    # Unrequested mails to one address take turns: the unique turn makes the daily limit hold
    # however many senders there are. Empty until claimed, and for mails that were asked for.
    email_key = models.CharField(max_length=64)
    turn = models.PositiveIntegerField(null=True)

    # Wagtail keeps no index of which pages each person's records point to.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        default_permissions = ()
        indexes = [models.Index(fields=["state", "due_at"], name="campaign_mail_due")]
        constraints = [
            models.UniqueConstraint(fields=["email_key", "turn"], name="campaign_mail_turn")
        ]

    def __str__(self):
        return str(self.pk)


class Work(models.Model):
    """The one row by which passes of ``campaign_work`` keep out of each other's way."""

    name = models.CharField(max_length=20, unique=True)
    owner = models.CharField(max_length=32, blank=True)
    leased_until = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.name
