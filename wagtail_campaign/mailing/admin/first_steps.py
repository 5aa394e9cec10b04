"""What is still to be done about mail on a site that has just begun."""

from django.utils.translation import gettext as _

from ...actions.admin import welcome
from ...actions.admin.welcome import Step
from .. import delivery


@welcome.step(50)
def set_the_sender(request) -> Step | None:
    """Mails would come from Django's own address; those who can do something about it are told."""
    if not request.user.is_superuser or not delivery.sends_from_nowhere():
        return None
    return Step(
        _("Set the sender of mails"),
        _(
            "Mails would come from %(sender)s, and most would be refused. Whoever runs the site"
            " sets WAGTAIL_CAMPAIGN_MAIL_FROM."
        )
        % {"sender": delivery.sender()},
    )
