"""The mail by which a subscription to alerts is confirmed."""

from django.utils.translation import gettext_lazy as _

from ...actions.emails import ConfirmMail
from ...mailing.kinds import MailKind, get, register
from .. import permissions
from .models import Alert, is_subscribed


class AlertMail(ConfirmMail):
    """A mail about one subscription."""

    model = Alert

    def seen_by(self, user, mails):
        return mails if permissions.can(user, permissions.MODERATE) else mails.none()

    def is_over(self, record):
        return False


@register
class AlreadySubscribed(AlertMail):
    """To an address that gets alerts already."""

    name = "urgent_actions.already_subscribed"
    label = _("You get urgent actions already")


@register
class ConfirmAlert(AlertMail):
    """The link that begins a subscription, and the one that says "It wasn't me"."""

    name = "urgent_actions.confirm_alert"
    label = _("Please confirm: urgent actions by mail")

    def fit(self, mail) -> MailKind:
        alert = self.record(mail)
        if alert and alert.supporter and is_subscribed(alert.supporter.email):
            return get(AlreadySubscribed.name)
        return self
