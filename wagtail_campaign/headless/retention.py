"""What the API keeps, and for how long."""

from django.utils.translation import gettext_lazy as _

from ..supporters import retention
from ..supporters.retention import keeps
from .due import FORGOTTEN
from .idempotency import KEPT_FOR


@keeps(
    125,
    _("That a form was taken, where another program sent it: fingerprints of it and of its number"),
    _("So that it is taken once, also if a bad connection sends it twice."),
    FORGOTTEN,
)
def taken_requests():
    """No answer is kept, and nothing of what was sent."""
    return retention.hours(int(KEPT_FOR.total_seconds() // 3600))
