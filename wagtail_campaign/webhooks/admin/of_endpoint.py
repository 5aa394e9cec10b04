"""What all pages about webhooks have in common: for whom they are, and of which endpoint."""

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from ...actions import words
from ...actions.admin.records import RightsMixin
from .. import permissions
from ..models import Delivery, Endpoint

HEADING = gettext_lazy("Webhooks")


class WebhooksMixin(RightsMixin):
    """For those with the right."""

    rights = (permissions.MANAGE,)
    header_icon = "link-external"

    def get_breadcrumbs_items(self):
        every = {"url": reverse("campaign_webhooks:index"), "label": HEADING}
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, every, *self.crumbs_between(), here]

    def crumbs_between(self) -> list[dict]:
        """What stands between the list and this page in the breadcrumbs."""
        return []


class OfEndpointMixin(WebhooksMixin):
    """About the endpoint whose id is in the address."""

    @cached_property
    def endpoint(self) -> Endpoint:
        found = Endpoint.objects.filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def address(self, name: str, *args) -> str:
        """Where another page about it is."""
        return reverse(f"campaign_webhooks:{name}", args=[self.endpoint.pk, *args])

    def crumbs_between(self):
        return [{"url": self.address("inspect"), "label": self.endpoint.name}]

    def way_back(self):
        return self.address("inspect")

    def get_context_data(self, **kwargs):
        subject = f"{self.endpoint.name}: {self.endpoint.url}"
        return super().get_context_data(**kwargs) | {"subject": subject}


def state_of(endpoint: Endpoint) -> str:
    """How an endpoint is, in words."""
    if not endpoint.is_on:
        return endpoint.get_off_reason_display()
    if endpoint.failing_since:
        since = {"moment": words.moment(endpoint.failing_since)}
        return FAILS % since
    return str(WORKS if endpoint.succeeded_at else UNTRIED)


WORKS = gettext_lazy("Works")
UNTRIED = gettext_lazy("Not told anything yet")
FAILS = gettext_lazy("Fails since %(moment)s")


def answered(delivery: Delivery) -> str:
    """What came of the last attempt: a status, or the name of what went wrong."""
    return str(delivery.status or "") or delivery.error
