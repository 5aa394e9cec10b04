"""One endpoint in the admin: how it is, what can be done with it, and what editors did."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, HeaderButton

from ...actions import logs, words
from ..models import DeliveryState
from .listing import told_of
from .of_endpoint import OfEndpointMixin, state_of

#: So many are counted, and no more.
MOST_COUNTED = 1000


class InspectView(OfEndpointMixin, WagtailAdminTemplateMixin, TemplateView):
    """The page of an endpoint. Its secret isn't on it."""

    template_name = "wagtail_campaign/admin/webhook.html"

    def get_page_title(self):
        return self.endpoint.name

    def crumbs_between(self):
        return []

    @cached_property
    def header_buttons(self):
        switch = (
            ("switch_off", _("Switch it off"), "cross")
            if self.endpoint.is_on
            else ("switch_on", _("Switch it on"), "tick")
        )
        verbs = [("change", _("Change"), "edit"), ("test", _("Send a test"), "mail"), switch]
        return [
            HeaderButton(label, url=self.address(name), icon_name=icon, priority=place)
            for place, (name, label, icon) in enumerate(verbs)
        ]

    @cached_property
    def header_more_buttons(self):
        verbs = [
            ("deliveries", _("Deliveries"), "list-ul"),
            ("replay_failed", _("Send again what failed"), "resubmit"),
            ("renew_secret", _("New secret"), "key"),
            ("delete", _("Delete"), "bin"),
        ]
        return [
            Button(label, url=self.address(name), icon_name=icon, priority=place)
            for place, (name, label, icon) in enumerate(verbs)
        ]

    def get_context_data(self, **kwargs):
        endpoint = self.endpoint
        facts = [
            (_("Address"), endpoint.url),
            (_("Is told of"), told_of(endpoint)),
            (_("State"), state_of(endpoint)),
            (_("Last success"), words.moment(endpoint.succeeded_at)),
            (_("Last attempt"), words.moment(endpoint.tried_at)),
            (_("Left alone until"), words.moment(endpoint.rests_until)),
            (_("Waiting"), self.counted(DeliveryState.QUEUED)),
            (_("Given up"), self.counted(DeliveryState.FAILED)),
        ]
        return super().get_context_data(**kwargs) | {
            "facts": [(label, value) for label, value in facts if value],
            "deliveries_url": self.address("deliveries"),
            "is_off": not endpoint.is_on,
            "log": logs.of(endpoint),
        }

    def counted(self, state: str) -> str:
        """How much is in a state, as far as it is counted."""
        found = self.endpoint.deliveries.filter(state=state)
        number = found.order_by()[: MOST_COUNTED + 1].count()
        if number > MOST_COUNTED:
            return _("More than %(number)s") % {"number": words.number(MOST_COUNTED)}
        return words.number(number)
