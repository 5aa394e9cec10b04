"""Who may do what with signatures. Each right is given apart, in Wagtail's group editor.

==========================  =====================================================================
``view_numbers``            sees how many signed, of all petitions that are public
``view_personal_data``      sees what people typed
``export_signature``        exports lists; without ``view_personal_data`` of public names only
``moderate_signature``      invalidates, restores, resends and erases
``change_petition``         changes a petition's live settings
==========================  =====================================================================

All but the first also need the right to edit the petition's page in its source language.
"""

import swapper
from django.contrib.auth.models import Permission

from ..actions import permissions
from ..actions.permissions import can
from .models import Petition, Signature

NUMBERS = "view_numbers"
PERSONAL = "view_personal_data"
EXPORT = "export_signature"
MODERATE = "moderate_signature"
SETTINGS = "change_petition"

#: Who has one of these sees the list of signatures, with as much as the right allows.
ANY_OF_SIGNATURES = (PERSONAL, EXPORT, MODERATE)


def petitions_of(user):
    """The petitions whose signatures are the user's business: see ``actions.permissions``."""
    return permissions.editable(user, Petition.objects.all())


def petitions_seen_by(user):
    """The petitions whose numbers a user sees: their own, and those that are public."""
    own = petitions_of(user) if can(user, NUMBERS, SETTINGS) else Petition.objects.none()
    if user.is_superuser or not can(user, NUMBERS):
        return own
    live = swapper.load_model("wagtailcore", "Page").objects.live()
    return own | Petition.objects.filter(key__in=live.values("translation_key"))


def signatures_of(user, petitions=None):
    """The signatures that a user may list, by the ids of their petitions."""
    if petitions is None and user.is_active and user.is_superuser:
        return Signature.objects.all()
    petitions = petitions_of(user) if petitions is None else petitions
    # Materialised: every database then uses the index of signatures by petition.
    return Signature.objects.filter(petition__in=list(petitions.values_list("pk", flat=True)))


def for_group_editor():
    """The rights as Wagtail's group editor offers them; for the hook ``register_permissions``."""
    rights = [NUMBERS, PERSONAL, EXPORT, MODERATE, SETTINGS, "send_broadcast"]
    return Permission.objects.filter(
        content_type__app_label="wagtail_campaign", codename__in=rights
    )
