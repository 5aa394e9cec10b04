"""What every pass of ``campaign_work`` does for the links into ``/campaign/me/``."""

from django.utils import timezone

from ..mailing.work import Lease, due
from . import magic_links
from .models import MagicLink


@due(15, "links into “my actions” written")
def mail_waiting(lease: Lease) -> int:
    """Writes the mails of links that no worker wrote, and forgets those of unknown addresses."""
    waiting = MagicLink.objects.filter(mailed_at=None).order_by("pk")
    ids = list(waiting.values_list("pk", flat=True))
    for pk in ids:
        lease.renew()
        magic_links.mail.call(pk)
    return len(ids)


@due(40, "links into “my actions” deleted")
def delete_old(lease: Lease) -> int:
    """Deletes links that can be of no use: used or not, their hour and their session's are over."""
    then = timezone.now() - 2 * MagicLink.GOOD_FOR
    return MagicLink.objects.filter(created_at__lt=then).delete()[0]
