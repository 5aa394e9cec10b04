"""What the admin's home says of urgent actions."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ...actions.admin import first_steps, welcome
from ...actions.admin.welcome import Step, Week
from ...actions.records import RecordState
from .. import permissions
from ..models import METRIC, NEVER_WENT, Letter
from ..pages import UrgentActionMixin


@welcome.step(80)
def make_the_first(request) -> Step | None:
    """There is no urgent action yet."""
    return first_steps.first_of_its_kind(
        request,
        UrgentActionMixin,
        _("Make your first urgent action"),
        _("Who is in danger, and who is to be written to before a deadline."),
        _("Make an urgent action"),
    )


@welcome.week(20)
def letters(user) -> Week | None:
    """Those that count, of the urgent actions whose numbers a user sees."""
    if not permissions.can(user, permissions.NUMBERS):
        return None
    lists = permissions.can(user, *permissions.ANY_OF_LETTERS)
    return welcome.week_of(
        _("Letters"),
        permissions.actions_seen_by(user),
        confirmed,
        "confirmed_at",
        [METRIC],
        reverse("campaign_letters:index" if lists else "campaign_urgent_actions:index"),
    )


def confirmed(action_ids: list[int]):
    """The letters of some urgent actions that count."""
    letters = Letter.objects.filter(urgent_action__in=action_ids, state=RecordState.CONFIRMED)
    return letters.exclude(delivery__in=NEVER_WENT)
