"""The endpoints in the admin."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from ...actions import words
from ...actions.paging import CountedPaginator
from .. import events
from ..models import Endpoint
from .of_endpoint import HEADING, WebhooksMixin, state_of


class EndpointListView(WebhooksMixin, BaseListingView):
    """Who is told what, and how that goes."""

    model = Endpoint
    template_name = "wagtail_campaign/admin/listing.html"
    results_template_name = "wagtailadmin/generic/listing_results.html"
    index_url_name = "campaign_webhooks:index"
    index_results_url_name = "campaign_webhooks:index_results"
    page_title = HEADING
    verbose_name_plural = gettext_lazy("webhooks")
    default_ordering = "name"
    paginate_by = 50
    paginator_class = CountedPaginator
    no_results_message = gettext_lazy(
        "No other system is told what happens here. Add one that speaks Standard Webhooks."
    )

    def get_breadcrumbs_items(self):
        return BaseListingView.get_breadcrumbs_items(self)

    @cached_property
    def header_buttons(self):
        url = reverse("campaign_webhooks:add")
        return [HeaderButton(_("Add a webhook"), url=url, icon_name="plus")]

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "name",
                label=pgettext("webhook", "Name"),
                classname="campaign-wide",
                get_url=lambda endpoint: reverse("campaign_webhooks:inspect", args=[endpoint.pk]),
            ),
            Column("url", label=_("Address"), classname="campaign-wide"),
            Column("events", label=_("Is told of"), accessor=told_of),
            StatusTagColumn(
                "state",
                label=_("State"),
                accessor=state_of,
                primary=lambda endpoint: endpoint.is_on and not endpoint.failing_since,
            ),
            Column(
                "succeeded_at",
                label=_("Last success"),
                classname="campaign-moment",
                accessor=lambda endpoint: words.moment(endpoint.succeeded_at),
            ),
        ]


def told_of(endpoint: Endpoint) -> str:
    """The events of an endpoint, in words."""
    return "; ".join(events.label_of(name) for name in endpoint.events)
