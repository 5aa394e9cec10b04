"""The admin of donations: its addresses and menu items."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet

from ...actions.admin.menu import RightsMenuItem
from ...actions.admin.viewset import ActionViewSet
from ...actions.asking import verb
from .. import permissions
from ..models import Fund
from . import inspection, recurring, recurring_verbs
from .asking import HideView, LookAgainView, TakeOutView
from .downloads import ExportView, ExportXlsxView
from .finding import FindView
from .listing import DonationListView
from .live_settings import OfPageView, SettingsView, settings_panels
from .offline import EnterView, GiftImportView
from .overview import FundListView
from .reconciliation import ReconciliationView
from .refund import RefundView
from .report import ReportView


class DonationViewSet(ViewSet):
    """List, search, inspection, verbs and export of donations. There is no form to change one."""

    name = url_namespace = "campaign_donations"
    url_prefix = "campaign/donations"
    icon = "circle-plus"
    menu_label = _("Donations")
    menu_name = "campaign-donations"

    class menu_item_class(RightsMenuItem):
        rights = permissions.ANY_OF_DONATIONS

    def get_urlpatterns(self):
        return [
            path("", DonationListView.as_view(), name="index"),
            path("results/", DonationListView.as_view(results_only=True), name="index_results"),
            path("find/", FindView.as_view(), name="find"),
            path("export/", ExportView.as_view(), name="export"),
            path("export/xlsx/", ExportXlsxView.as_view(), name="export_xlsx"),
            path("stripe/", verb(ReconciliationView), name="reconciliation"),
            path("<int:pk>/", inspection.InspectView.as_view(), name="inspect"),
            path("<int:pk>/refund/", verb(RefundView), name="refund"),
            path("<int:pk>/look-again/", verb(LookAgainView), name="look_again"),
            path("<int:pk>/hide/", verb(HideView), name="hide"),
            path("<int:pk>/take-out/", verb(TakeOutView), name="take_out"),
        ]


class RecurringViewSet(ViewSet):
    """List, inspection and verbs of recurring gifts."""

    name = url_namespace = "campaign_recurring"
    url_prefix = "campaign/recurring"
    icon = "history"
    menu_label = _("Recurring gifts")
    menu_name = "campaign-recurring"

    class menu_item_class(RightsMenuItem):
        rights = permissions.ANY_OF_RECURRING

    def get_urlpatterns(self):
        listed = recurring.RecurringListView
        return [
            path("", listed.as_view(), name="index"),
            path("results/", listed.as_view(results_only=True), name="index_results"),
            path("<int:pk>/", recurring.InspectView.as_view(), name="inspect"),
            path("<int:pk>/pause/", verb(recurring_verbs.PauseView), name="pause"),
            path("<int:pk>/go-on/", verb(recurring_verbs.GoOnView), name="go_on"),
            path("<int:pk>/end/", verb(recurring_verbs.EndView), name="end"),
        ]


class FundViewSet(ActionViewSet):
    """List, live settings and report of funds. They are made with their pages."""

    model = Fund
    settings_class, panels = SettingsView, settings_panels
    name = url_namespace = "campaign_funds"
    url_prefix = "campaign/funds"
    icon = "folder-inverse"
    menu_label = _("Funds")
    menu_name = "campaign-funds"

    class menu_item_class(RightsMenuItem):
        rights = (permissions.NUMBERS, permissions.SETTINGS)

    def get_urlpatterns(self):
        return [
            path("", FundListView.as_view(), name="index"),
            path("results/", FundListView.as_view(results_only=True), name="index_results"),
            path("report/", ReportView.as_view(), name="report"),
            path("<int:pk>/", self.settings_view, name="edit"),
            path("<int:pk>/gifts/enter/", verb(EnterView), name="enter"),
            path("<int:pk>/gifts/import/", verb(GiftImportView), name="import"),
            path("of-page/<int:page_id>/", OfPageView.as_view(), name="of_page"),
            path(
                "of-page/<int:page_id>/donations/",
                OfPageView.as_view(where="records"),
                name="donations_of_page",
            ),
        ]
