"""What waits for an approval and may not be published, on the admin's home page."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState

from ..publishing import GuardedMixin
from . import refusals

LATEST = 10


class RefusedPanel(Component):
    """Why the approval of a page would be refused, for those who could give it.

    Wagtail offers it on the same page, without a hook: it would say that one has no permission, and
    lead back here.
    """

    name = "campaign_refused"
    template_name = "wagtail_campaign/admin/home_refused.html"
    # The first: it stands below Wagtail's message then.
    order = 105

    class Media:
        css = {"all": ["wagtail_campaign/admin.css"]}

    def render_html(self, parent_context=None):
        self.rows = rows(parent_context["request"].user)
        return super().render_html(parent_context) if self.rows else ""

    def get_context_data(self, parent_context):
        return {"rows": self.rows}


def rows(user) -> list[dict]:
    """The latest pages whose last approval would be refused to the user, with the reasons."""
    models = [model for model in apps.get_models() if issubclass(model, GuardedMixin)]
    types = ContentType.objects.get_for_models(*models).values()
    states = TaskState.objects.reviewable_by(user).filter(revision__content_type__in=types)
    states = states.select_related("revision", "workflow_state").order_by("-started_at")
    last = [state for state in states[:LATEST] if state.workflow_state.is_at_final_task]
    return refusals.refused([state.revision.as_object() for state in last], user)
