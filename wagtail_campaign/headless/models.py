"""What remembers that a request was taken."""

from django.db import models
from django.utils import timezone


class TakenRequest(models.Model):
    """One POST with an ``Idempotency-Key``, remembered for a day so that it is taken once.

    ``digest`` is keyed, of the address and the key; ``body`` of the body, under that key: neither
    can be traced back to what was sent. ``made`` is the id of the record behind the answer, where
    that depends on it.
    """

    digest = models.CharField(max_length=64, unique=True)
    body = models.CharField(max_length=64)
    is_answered = models.BooleanField(default=False)
    made = models.BigIntegerField(null=True)
    begun_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.pk)
