"""Who may mail news: those with the right, of actions whose page they may edit."""

from ..actions.permissions import may_edit

SEND = "wagtail_campaign.send_broadcast"


def may_send(user, action=None) -> bool:
    """Whether a user may mail news: at all, or of this action."""
    return user.has_perm(SEND) and (action is None or may_edit(user, action))
