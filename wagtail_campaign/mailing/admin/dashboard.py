"""What is wrong with the mail, on the admin's home page."""

from datetime import timedelta

from django.db.models import Count
from django.utils import timezone
from wagtail.admin.ui.components import Component

from ...conf import conf
from .. import work
from ..models import MailState
from . import outbox

LATEST = 5


class MailPanel(Component):
    """Whether ``campaign_work`` does its passes, and which mails wait for a decision.

    For those who may see mails; nothing where all is well.
    """

    name = "campaign_mail"
    template_name = "wagtail_campaign/admin/home_mail.html"
    order = 115

    class Media:
        css = {"all": ["wagtail_campaign/admin.css"]}

    def render_html(self, parent_context=None):
        self.context = self.look(parent_context["request"].user)
        return super().render_html(parent_context) if self.context else ""

    def get_context_data(self, parent_context):
        return self.context

    def look(self, user) -> dict | None:
        """What the template is given; None where there is nothing to say."""
        if not outbox.may_see_some(user):
            return None
        stuck = outbox.stuck_for(user)
        states = dict(stuck.order_by().values_list("state").annotate(Count("pk")))
        last = work.last_finished()
        late = timezone.now() - timedelta(minutes=conf.WORK_LATE_MINUTES)
        is_late = last is None or last < late
        if not states and not is_late:
            return None
        return {
            "is_late": is_late,
            "last": last,
            "failed": states.get(MailState.FAILED, 0),
            "unknown": states.get(MailState.UNKNOWN, 0),
            "mails": [(outbox.label_of(mail), mail) for mail in stuck.order_by("-pk")[:LATEST]],
        }
