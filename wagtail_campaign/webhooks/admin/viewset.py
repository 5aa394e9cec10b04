"""The admin of webhooks: its addresses and its menu item."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet

from ...actions.admin.menu import RightsMenuItem
from ...actions.asking import verb
from .. import permissions
from . import asking, deliveries, setting_up
from .inspection import InspectView
from .listing import EndpointListView


class WebhooksViewSet(ViewSet):
    """Endpoints, and what was told to them."""

    name = url_namespace = "campaign_webhooks"
    url_prefix = "campaign/webhooks"
    icon = "link-external"
    menu_label = _("Webhooks")
    menu_name = "campaign-webhooks"

    class menu_item_class(RightsMenuItem):
        rights = (permissions.MANAGE,)

    def get_urlpatterns(self):
        listed = deliveries.DeliveryListView
        results = listed.as_view(results_only=True)
        return [
            path("", EndpointListView.as_view(), name="index"),
            path("results/", EndpointListView.as_view(results_only=True), name="index_results"),
            path("add/", verb(setting_up.AddView), name="add"),
            path("<int:pk>/", InspectView.as_view(), name="inspect"),
            path("<int:pk>/change/", verb(setting_up.ChangeView), name="change"),
            path("<int:pk>/test/", verb(asking.TestView), name="test"),
            path("<int:pk>/secret/", verb(asking.RenewSecretView), name="renew_secret"),
            path("<int:pk>/off/", verb(asking.SwitchOffView), name="switch_off"),
            path("<int:pk>/on/", verb(asking.SwitchOnView), name="switch_on"),
            path("<int:pk>/delete/", verb(asking.DeleteView), name="delete"),
            path("<int:pk>/again/", verb(asking.ReplayFailedView), name="replay_failed"),
            path("<int:pk>/deliveries/", listed.as_view(), name="deliveries"),
            path("<int:pk>/deliveries/results/", results, name="deliveries_results"),
            path(
                "<int:pk>/deliveries/<int:of>/", deliveries.DeliveryView.as_view(), name="delivery"
            ),
            path("<int:pk>/deliveries/<int:of>/again/", verb(asking.ReplayView), name="replay"),
        ]
