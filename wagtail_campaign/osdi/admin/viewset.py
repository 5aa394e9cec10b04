"""The admin of access tokens: its addresses and its menu item."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet

from ...actions.admin.menu import RightsMenuItem
from ...actions.asking import verb
from .. import permissions
from .asking import AddView, DeleteView
from .listing import TokenListView


class TokensViewSet(ViewSet):
    """Which other programs read."""

    name = url_namespace = "campaign_tokens"
    url_prefix = "campaign/tokens"
    icon = "key"
    menu_label = _("Access tokens")
    menu_name = "campaign-tokens"

    class menu_item_class(RightsMenuItem):
        rights = (permissions.READ,)

    def get_urlpatterns(self):
        return [
            path("", TokenListView.as_view(), name="index"),
            path("results/", TokenListView.as_view(results_only=True), name="index_results"),
            path("add/", verb(AddView), name="add"),
            path("<int:pk>/delete/", verb(DeleteView), name="delete"),
        ]
