"""Who may do what with letters. Each right is given apart, in Wagtail's group editor.

==========================  =====================================================================
``view_letter_numbers``     sees how many letters were written, of all urgent actions in public
``view_letter``             reads letters, and sees who wrote them
``moderate_letter``         releases, refuses, sends again and erases
``change_urgentaction``     changes an urgent action's live settings and its letters to start from
==========================  =====================================================================

All but the first also need the right to edit the action's page in its source language. Targets,
missions and persons of concern have Wagtail's own rights to add, change and delete.
"""

import swapper
from django.contrib.auth.models import Permission

from ..actions import permissions
from .models import Letter, UrgentAction

NUMBERS = "view_letter_numbers"
PERSONAL = "view_letter"
MODERATE = "moderate_letter"
SETTINGS = "change_urgentaction"

#: Who has one of these sees the list of letters, with as much as the right allows.
ANY_OF_LETTERS = (PERSONAL, MODERATE)


def can(user, *rights: str) -> bool:
    """Whether a user has one of the rights, for whichever actions."""
    return any(user.has_perm(f"wagtail_campaign.{right}") for right in rights)


def actions_of(user):
    """The urgent actions whose letters are the user's business: see ``actions.permissions``."""
    return permissions.editable(user, UrgentAction.objects.all())


def actions_seen_by(user):
    """The urgent actions whose numbers a user sees: their own, and those that are public."""
    own = actions_of(user) if can(user, NUMBERS, SETTINGS) else UrgentAction.objects.none()
    if user.is_superuser or not can(user, NUMBERS):
        return own
    live = swapper.load_model("wagtailcore", "Page").objects.live()
    return own | UrgentAction.objects.filter(key__in=live.values("translation_key"))


def letters_of(user):
    """The letters that a user may list, by the ids of their actions."""
    if user.is_active and user.is_superuser:
        return Letter.objects.all()
    return Letter.objects.filter(
        urgent_action__in=list(actions_of(user).values_list("pk", flat=True))
    )


RIGHTS = [NUMBERS, PERSONAL, MODERATE, SETTINGS]


def for_group_editor():
    """The rights as Wagtail's group editor offers them; for the hook ``register_permissions``."""
    return Permission.objects.filter(
        content_type__app_label="wagtail_campaign", codename__in=RIGHTS
    )
