"""Who may do what with sponsors. Each right is given apart, in Wagtail's group editor.

==========================  =====================================================================
``view_sponsor_numbers``    sees how many sponsors there are, of all lists that are public
``view_sponsor``            sees who entered them, and why they may speak for an organisation
``export_sponsor``          exports the list; without ``view_sponsor`` what is public only
``moderate_sponsor``        publishes, declines, verifies, edits, enters, imports and erases
``change_sponsorlist``      changes the live settings of a list
==========================  =====================================================================

All but the first also need the right to edit the list's page in its source language.
"""

import swapper
from django.contrib.auth.models import Permission

from ..actions import permissions
from ..actions.permissions import can
from .models import Sponsor, SponsorList

NUMBERS = "view_sponsor_numbers"
PERSONAL = "view_sponsor"
EXPORT = "export_sponsor"
MODERATE = "moderate_sponsor"
SETTINGS = "change_sponsorlist"
RIGHTS = (NUMBERS, PERSONAL, EXPORT, MODERATE, SETTINGS)

#: Who has one of these sees the list of sponsors, with as much as the right allows.
ANY_OF_SPONSORS = (PERSONAL, EXPORT, MODERATE)


def lists_of(user):
    """The lists that are the user's business: see ``actions.permissions``."""
    return permissions.editable(user, SponsorList.objects.all())


def lists_seen_by(user):
    """The lists whose numbers a user sees: their own, and those that are public."""
    own = lists_of(user) if can(user, NUMBERS, SETTINGS) else SponsorList.objects.none()
    if user.is_superuser or not can(user, NUMBERS):
        return own
    live = swapper.load_model("wagtailcore", "Page").objects.live()
    return own | SponsorList.objects.filter(key__in=live.values("translation_key"))


def sponsors_of(user):
    """The entries that a user may list, by the ids of their lists."""
    if user.is_active and user.is_superuser:
        return Sponsor.objects.all()
    return Sponsor.objects.filter(
        sponsor_list__in=list(lists_of(user).values_list("pk", flat=True))
    )


def for_group_editor():
    """The rights as Wagtail's group editor offers them; for the hook ``register_permissions``."""
    return Permission.objects.filter(
        content_type__app_label="wagtail_campaign", codename__in=RIGHTS
    )
