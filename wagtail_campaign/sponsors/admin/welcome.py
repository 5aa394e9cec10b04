"""What the admin's home says of sponsors."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from ...actions import words
from ...actions.admin import first_steps, welcome
from ...actions.admin.welcome import Step, Week
from .. import permissions
from ..ledger import COUNTED
from ..models import Sponsor
from ..pages import SponsorPageMixin
from ..states import SponsorState


@welcome.step(85)
def make_the_first(request) -> Step | None:
    """Nobody can lend their name yet."""
    return first_steps.first_of_its_kind(
        request,
        SponsorPageMixin,
        _("Make your first sponsor page"),
        _("Say what those stand for who lend their names, persons and organisations."),
        _("Make a sponsor page"),
    )


@welcome.week(30)
def sponsors(user) -> Week | None:
    """Those that were published, on the lists whose numbers a user sees; and how many wait."""
    if not permissions.can(user, permissions.NUMBERS):
        return None
    sees = permissions.can(user, *permissions.ANY_OF_SPONSORS)
    week = welcome.week_of(
        _("Sponsors"),
        permissions.lists_seen_by(user),
        lambda ids: Sponsor.objects.filter(sponsor_list__in=ids, state=SponsorState.PUBLISHED),
        "published_at",
        COUNTED,
        reverse("campaign_sponsors:index" if sees else "campaign_sponsor_lists:index"),
    )
    waiting = permissions.sponsors_of(user).filter(needs_review=True).count() if sees else 0
    if not waiting:
        return week
    note = f"{_('To be looked at')}: {words.number(waiting)}"
    return replace(week, note=note)
