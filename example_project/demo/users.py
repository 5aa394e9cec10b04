"""Who may sign in to the demo: an administrator, and an editor without that power."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission

PASSWORD = "demo"
ADMINISTRATOR, EDITOR = "admin", "editor"

# Beside what Wagtail gives to its groups: editors write and see numbers, moderators see people too.
EDITORS_MAY = [
    ("wagtail_localize", "submit_translation"),
    ("site_content", "add_articlecategory"),
    ("site_content", "change_articlecategory"),
    ("wagtail_campaign", "change_petition"),
    ("wagtail_campaign", "view_numbers"),
    ("wagtail_campaign", "change_urgentaction"),
    ("wagtail_campaign", "view_letter_numbers"),
    ("wagtail_campaign", "change_sponsorlist"),
    ("wagtail_campaign", "view_sponsor_numbers"),
    ("wagtail_campaign", "change_fund"),
    ("wagtail_campaign", "view_donation_numbers"),
    *(
        ("wagtail_campaign", f"{verb}_{record}")
        for record in ("target", "mission", "person")
        for verb in ("add", "change")
    ),
]
MODERATORS_MAY = [
    *EDITORS_MAY,
    ("wagtail_campaign", "view_personal_data"),
    ("wagtail_campaign", "moderate_signature"),
    ("wagtail_campaign", "send_broadcast"),
    ("wagtail_campaign", "view_letter"),
    ("wagtail_campaign", "moderate_letter"),
    ("wagtail_campaign", "view_sponsor"),
    ("wagtail_campaign", "moderate_sponsor"),
    ("wagtail_campaign", "view_donor"),
]


def create() -> None:
    """Makes both users and completes the rights of Wagtail's groups."""
    users = get_user_model().objects
    # With names, as Wagtail saves no account (and so no language) without.
    names = {"first_name": "Demo", "last_name": "Administrator"}
    users.create_superuser(ADMINISTRATOR, "admin@example.org", PASSWORD, **names)
    names["last_name"] = "Editor"
    editor = users.create_user(EDITOR, "editor@example.org", PASSWORD, **names)
    editor.groups.add(allow("Editors", EDITORS_MAY))
    allow("Moderators", MODERATORS_MAY)


def allow(group: str, rights: list) -> Group:
    """Gives a group rights, as (app, codename). Raises ``Permission.DoesNotExist``."""
    group = Group.objects.get(name=group)
    for app, codename in rights:
        group.permissions.add(
            Permission.objects.get(content_type__app_label=app, codename=codename)
        )
    return group
