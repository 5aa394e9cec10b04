"""What the outbox of webhooks keeps, and for how long."""

from django.utils.translation import gettext_lazy as _

from ..supporters import retention
from ..supporters.retention import keeps
from . import due


@keeps(
    112,
    _(
        "That we told other systems of the campaign that you signed, wrote, gave or joined: a"
        " number, country and language, neither your name nor your address"
    ),
    _("So that nothing is lost while they are out of order."),
    "webhooks deleted",
)
def deliveries():
    """What tells of somebody who is erased is deleted at once."""
    return retention.days(due.KEPT_FOR.days)
