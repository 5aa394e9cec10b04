"""What was told to an endpoint, in the admin: the list, and one of it."""

import json

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import TemplateView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from ...actions import words
from ...actions.keyset import KeysetMixin
from .. import endpoints, events
from ..models import Delivery, DeliveryState
from .of_endpoint import OfEndpointMixin, answered


class DeliveryFilterSet(WagtailFilterSet):
    """By state."""

    class Meta:
        model = Delivery
        fields = ["state"]


class DeliveryListView(OfEndpointMixin, KeysetMixin, BaseListingView):
    """All deliveries to an endpoint, newest first."""

    model = Delivery
    template_name = "wagtail_campaign/admin/listing.html"
    results_template_name = "wagtail_campaign/admin/outbox_results.html"
    page_title = gettext_lazy("Deliveries")
    verbose_name_plural = gettext_lazy("deliveries")
    filterset_class = DeliveryFilterSet
    paginate_by = 50
    no_results_message = gettext_lazy("Nothing was told yet.")

    def get_index_url(self):
        return self.address("deliveries")

    def get_index_results_url(self):
        return self.address("deliveries_results")

    def get_base_queryset(self):
        return self.endpoint.deliveries.defer("body")

    @cached_property
    def header_buttons(self):
        url = self.address("replay_failed")
        return [HeaderButton(_("Send again what failed"), url=url, icon_name="resubmit")]

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "created_at",
                label=pgettext("webhook", "Happened"),
                classname="campaign-moment",
                accessor=lambda delivery: words.moment(delivery.created_at),
                get_url=lambda delivery: self.address("delivery", delivery.pk),
            ),
            Column("event", label=_("What"), accessor=lambda d: label_of(d)),
            StatusTagColumn(
                "state",
                label=_("State"),
                accessor="get_state_display",
                primary=lambda delivery: delivery.state == DeliveryState.DELIVERED,
            ),
            Column("attempts", label=_("Attempts")),
            Column("answered", label=_("Last answer"), accessor=answered),
            Column(
                "due_at",
                label=_("Next attempt"),
                classname="campaign-moment",
                accessor=next_attempt,
            ),
        ]


def label_of(delivery: Delivery) -> str:
    """What is told, in words."""
    own = {"erased": _("Somebody was erased"), "test": _("A test")}
    return own.get(delivery.event) or events.label_of(delivery.event)


def next_attempt(delivery: Delivery) -> str:
    """When it is tried again, "" where it isn't."""
    waits = delivery.state == DeliveryState.QUEUED
    return words.moment(delivery.due_at) if waits else ""


class DeliveryView(OfEndpointMixin, WagtailAdminTemplateMixin, TemplateView):
    """One delivery with what is told."""

    template_name = "wagtail_campaign/admin/webhook_delivery.html"

    @cached_property
    def delivery(self) -> Delivery:
        found = self.endpoint.deliveries.filter(pk=self.kwargs["of"]).first()
        if found is None:
            raise Http404
        return found

    def get_page_title(self):
        return label_of(self.delivery)

    def crumbs_between(self):
        every = {"url": self.address("deliveries"), "label": DeliveryListView.page_title}
        return [*super().crumbs_between(), every]

    @cached_property
    def header_buttons(self):
        if self.delivery.state not in endpoints.SETTLED:
            return []
        url = reverse("campaign_webhooks:replay", args=[self.endpoint.pk, self.delivery.pk])
        return [HeaderButton(_("Send again"), url=url, icon_name="resubmit")]

    def get_context_data(self, **kwargs):
        delivery = self.delivery
        facts = [
            (_("State"), delivery.get_state_display()),
            (_("Attempts"), str(delivery.attempts)),
            (_("Last answer"), answered(delivery)),
            (_("Tried"), words.moment(delivery.claimed_at)),
            (_("Next attempt"), next_attempt(delivery)),
            ("webhook-id", delivery.webhook_id),
        ]
        body = json.dumps(json.loads(delivery.body), indent=2)
        return super().get_context_data(**kwargs) | {
            "facts": [(label, value) for label, value in facts if value],
            "body": body,
        }
