"""Who may set up webhooks: one right, for all of them, as data of all actions leave by them."""

from django.contrib.auth.models import Permission

MANAGE = "manage_webhooks"


def may_manage(user) -> bool:
    """Whether a user may set up webhooks and replay what they told."""
    return user.has_perm(f"wagtail_campaign.{MANAGE}")


def for_group_editor():
    """The right as Wagtail's group editor offers it; for the hook ``register_permissions``."""
    return Permission.objects.filter(content_type__app_label="wagtail_campaign", codename=MANAGE)
