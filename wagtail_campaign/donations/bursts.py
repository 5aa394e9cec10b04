"""What the staff is told of bursts of unpaid gifts: once when one trips the breaker, and once when
it is over. The breaker itself asks nothing of this: see ``breaker``."""

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..mailing import staff
from . import breaker, permissions
from .stripe_api import gateway

#: So long nothing has to trip it until it is over: it may go to and fro at the limit.
CALM = breaker.WINDOW


class Burst(models.Model):
    """One burst; of the gifts in it only how many there were."""

    #: "live" or "test" while it lasts, so that there is one of each at most; None after.
    under_way = models.CharField(max_length=4, null=True, unique=True)  # noqa: DJ001
    #: How many gifts nobody had paid when it was noticed.
    unpaid = models.PositiveIntegerField()
    began_at = models.DateTimeField(default=timezone.now)
    #: When it was seen last.
    seen_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("burst of unpaid gifts")
        verbose_name_plural = _("bursts of unpaid gifts")
        default_permissions = ()

    def __str__(self):
        return str(self.pk)


def under_way() -> Burst | None:
    """The one that lasts, of the mode that the site is in."""
    return Burst.objects.filter(under_way=_mode()).first()


def follow(began, over) -> int:
    """Notes that a burst has begun or is over, and writes the mails of these kinds; how many of
    both. Of several that do it at once, one does."""
    unpaid, burst, now = breaker.unpaid(), under_way(), timezone.now()
    if unpaid and burst is None:
        return _begin(began, unpaid)
    if unpaid:
        Burst.objects.filter(pk=burst.pk).update(seen_at=now)
    elif burst and burst.seen_at <= now - CALM:
        return _end(over, burst)
    return 0


def _begin(kind, unpaid: int) -> int:
    try:
        with transaction.atomic():
            burst = Burst.objects.create(under_way=_mode(), unpaid=unpaid)
            staff.put(kind, burst.pk, permissions.staff())
    except IntegrityError:
        return 0
    return 1


def _end(kind, burst: Burst) -> int:
    with transaction.atomic():
        lasting = Burst.objects.filter(pk=burst.pk, ended_at=None)
        done = lasting.update(under_way=None, ended_at=timezone.now())
        if done:
            staff.put(kind, burst.pk, permissions.staff())
    return done


def _mode() -> str:
    return "live" if gateway.is_live() else "test"
