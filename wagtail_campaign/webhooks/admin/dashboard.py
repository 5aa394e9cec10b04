"""Which endpoints fail or were switched off for it, on the admin's home page."""

from django.db.models import Q
from wagtail.admin.ui.components import Component

from .. import permissions
from ..models import Endpoint, OffReason
from .of_endpoint import state_of


class WebhooksPanel(Component):
    """For those who may set webhooks up; nothing where all is well."""

    name = "campaign_webhooks"
    template_name = "wagtail_campaign/admin/home_webhooks.html"
    order = 116

    class Media:
        css = {"all": ["wagtail_campaign/admin.css"]}

    def render_html(self, parent_context=None):
        self.endpoints = self.look(parent_context["request"].user)
        return super().render_html(parent_context) if self.endpoints else ""

    def get_context_data(self, parent_context):
        return {"endpoints": self.endpoints}

    def look(self, user) -> list[tuple[Endpoint, str]]:
        """(endpoint, how it is) of those that an editor has to look at."""
        if not permissions.may_manage(user):
            return []
        off = Q(is_on=False, off_reason__in=[OffReason.GONE, OffReason.FAILING])
        ill = Endpoint.objects.filter(off | Q(is_on=True, failing_since__isnull=False))
        return [(endpoint, state_of(endpoint)) for endpoint in ill.order_by("name")]
