"""Who may let other programs read: one right, as they read of all actions."""

from django.contrib.auth.models import Permission

READ = "read_osdi"


def may_read(user) -> bool:
    """Whether a user may make tokens, and whether those that they have made are good."""
    return user.is_active and user.has_perm(f"wagtail_campaign.{READ}")


def for_group_editor():
    """The right as Wagtail's group editor offers it; for the hook ``register_permissions``."""
    return Permission.objects.filter(content_type__app_label="wagtail_campaign", codename=READ)
