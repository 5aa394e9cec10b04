"""What the admin's home says of petitions."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ...actions.admin import first_steps, welcome
from ...actions.admin.welcome import Step, Week
from .. import permissions
from ..models import COUNTED, Signature, SignatureState
from ..pages import PetitionMixin


@welcome.step(20)
def make_the_first(request) -> Step | None:
    """There is no petition yet."""
    return first_steps.first_of_its_kind(
        request,
        PetitionMixin,
        _("Make your first petition"),
        _("Say what you ask for, and of whom. Nobody sees it before you publish it."),
        _("Make a petition"),
    )


@welcome.week(10)
def signatures(user) -> Week | None:
    """Those that were confirmed, of the petitions whose numbers a user sees."""
    if not permissions.can(user, permissions.NUMBERS):
        return None
    lists = permissions.can(user, *permissions.ANY_OF_SIGNATURES)
    return welcome.week_of(
        _("Signatures"),
        permissions.petitions_seen_by(user),
        lambda ids: Signature.objects.filter(petition__in=ids, state=SignatureState.CONFIRMED),
        "confirmed_at",
        COUNTED,
        reverse("campaign_signatures:index" if lists else "campaign_petitions:index"),
    )
