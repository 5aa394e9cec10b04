"""The admin of sponsors: its addresses and menu items."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet

from ...actions.admin.menu import RightsMenuItem
from ...actions.admin.viewset import ActionViewSet
from ...actions.asking import verb
from .. import permissions
from ..models import SponsorList
from . import correcting, deciding
from .changing import ChangeView
from .downloads import ExportView, ExportXlsxView
from .entering import EnterView
from .figures import FiguresView
from .finding import FindView
from .importing import SponsorImportView
from .inspection import InspectView
from .listing import SponsorListView
from .live_settings import OfPageView, SettingsView, settings_panels
from .overview import SponsorListsView


class SponsorViewSet(ViewSet):
    """List, search, inspection, change, verbs and export of sponsors."""

    name = url_namespace = "campaign_sponsors"
    url_prefix = "campaign/sponsors"
    icon = "group"
    menu_label = _("Sponsors")
    menu_name = "campaign-sponsors"

    class menu_item_class(RightsMenuItem):
        rights = permissions.ANY_OF_SPONSORS

    def get_urlpatterns(self):
        return [
            path("", SponsorListView.as_view(), name="index"),
            path("results/", SponsorListView.as_view(results_only=True), name="index_results"),
            path("find/", FindView.as_view(), name="find"),
            path("export/", ExportView.as_view(), name="export"),
            path("export/xlsx/", ExportXlsxView.as_view(), name="export_xlsx"),
            path("<int:pk>/", InspectView.as_view(), name="inspect"),
            path("<int:pk>/change/", verb(ChangeView), name="edit"),
            path("publish/", verb(deciding.PublishView), name="publish"),
            path("put-back/", verb(deciding.PutBackView), name="put_back"),
            path("decline/", verb(deciding.DeclineView), name="decline"),
            path("take-off/", verb(deciding.TakeOffView), name="take_off"),
            path("restore/", verb(deciding.RestoreView), name="restore"),
            path("verify/", verb(correcting.VerifyView), name="verify"),
            path("look-up/", verb(correcting.LookUpView), name="look_up"),
            path("erase/", verb(correcting.EraseView), name="erase"),
        ]


class SponsorListViewSet(ActionViewSet):
    """List, numbers and live settings of sponsor lists. They are made with their pages."""

    model = SponsorList
    settings_class, panels = SettingsView, settings_panels
    name = url_namespace = "campaign_sponsor_lists"
    url_prefix = "campaign/sponsor-lists"
    icon = "group"
    menu_label = _("Sponsor lists")
    menu_name = "campaign-sponsor-lists"

    class menu_item_class(RightsMenuItem):
        rights = (permissions.NUMBERS, permissions.SETTINGS)

    def get_urlpatterns(self):
        return [
            path("", SponsorListsView.as_view(), name="index"),
            path("results/", SponsorListsView.as_view(results_only=True), name="index_results"),
            path("<int:pk>/", self.settings_view, name="edit"),
            path("<int:pk>/numbers/", FiguresView.as_view(), name="figures"),
            path("<int:pk>/enter/", verb(EnterView), name="enter"),
            path("<int:pk>/import/", verb(SponsorImportView), name="import"),
            path("of-page/<int:page_id>/", OfPageView.as_view(), name="of_page"),
            path(
                "of-page/<int:page_id>/sponsors/",
                OfPageView.as_view(where="records"),
                name="sponsors_of_page",
            ),
        ]
