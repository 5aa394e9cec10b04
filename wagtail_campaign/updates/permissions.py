"""Who may mail updates: those with the right, for actions whose page they may edit."""

from ..actions.permissions import may_edit

SEND = "wagtail_campaign.send_broadcast"


def may_send(user, action=None) -> bool:
    """Whether a user may mail updates: at all, or on this action."""
    return user.has_perm(SEND) and (action is None or may_edit(user, action))
