"""What the shared room of supporters keeps itself, and for how long; the rest is the slices'."""

from django.utils.translation import gettext_lazy as _

from ..conf import conf
from . import retention
from .models import MagicLink
from .retention import keeps


@keeps(
    120,
    _("That somebody asked for a link to “my actions”: when, and a fingerprint of the address"),
    _("So that the link works, once."),
    "links into “my actions” deleted",
)
def magic_links():
    """Deleted by ``supporters.due`` after twice the time for which they are good."""
    return retention.hours(round(2 * MagicLink.GOOD_FOR.total_seconds() / 3600))


@keeps(
    130,
    _(
        "How many forms came from one network or with one address: a number under a fingerprint, in"
        " memory only"
    ),
    _("So that nobody floods our forms."),
)
def limits():
    """In the cache, which drops it by itself."""
    seconds = [limit[1] for limit in (conf.NETWORK_LIMIT, conf.ADDRESS_LIMIT) if limit]
    return retention.minutes(-(-max(seconds) // 60)) if seconds else ""


@keeps(
    140,
    _("What our editors did and looked at: numbers of signatures, no names and no addresses"),
    _("So that we can answer for it."),
)
def log():
    """Wagtail's log."""
    return retention.for_ever()
