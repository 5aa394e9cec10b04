"""The admin of petitions: its addresses and menu items."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet

from ...actions.admin.menu import RightsMenuItem
from ...actions.admin.viewset import ActionViewSet
from ...actions.asking import verb
from .. import permissions
from ..models import Petition
from . import outcomes, paper, sweeps
from .downloads import ExportsView, ExportView, ExportXlsxView, FetchView, HandOverView
from .figures import FiguresView
from .finding import FindView
from .inspection import InspectView
from .kept import KeptView
from .listing import SignatureListView
from .live_settings import OfPageView, SettingsView, settings_panels
from .overview import PetitionListView
from .sweep_asking import FilteredView, RuleView
from .verbs import InvalidateView, RestoreView
from .verbs_on_people import EraseView, ResendView


class KeptMenuItem(RightsMenuItem):
    """In the menu of reports: what is kept, and for how long."""

    rights = (permissions.NUMBERS, permissions.SETTINGS)

    def __init__(self):
        url = reverse_lazy("campaign_petitions:kept")
        super().__init__(KeptView.page_title, url, name="campaign-kept", icon_name="history")


class SignatureViewSet(ViewSet):
    """List, search, inspection, verbs and export of signatures. There is no form to change one."""

    name = url_namespace = "campaign_signatures"
    url_prefix = "campaign/signatures"
    icon = "edit"
    menu_label = _("Signatures")
    menu_name = "campaign-signatures"

    class menu_item_class(RightsMenuItem):
        rights = permissions.ANY_OF_SIGNATURES

    def get_urlpatterns(self):
        return [
            path("", SignatureListView.as_view(), name="index"),
            path("results/", SignatureListView.as_view(results_only=True), name="index_results"),
            path("find/", FindView.as_view(), name="find"),
            path("export/", ExportView.as_view(), name="export"),
            path("export/xlsx/", ExportXlsxView.as_view(), name="export_xlsx"),
            path("exports/", ExportsView.as_view(), name="exports"),
            path("exports/<int:pk>/", FetchView.as_view(), name="fetch"),
            path("<int:pk>/", InspectView.as_view(), name="inspect"),
            path("invalidate/", verb(InvalidateView), name="invalidate"),
            path("restore/", verb(RestoreView), name="restore"),
            path("resend/", verb(ResendView), name="resend"),
            path("erase/", verb(EraseView), name="erase"),
        ]


class PetitionViewSet(ActionViewSet):
    """List, live settings and hand-over of petitions. They are made with their pages."""

    model = Petition
    settings_class, panels = SettingsView, settings_panels
    name = url_namespace = "campaign_petitions"
    url_prefix = "campaign/petitions"
    icon = "clipboard-list"
    menu_label = _("Petitions")
    menu_name = "campaign-petitions"

    class menu_item_class(RightsMenuItem):
        rights = (permissions.NUMBERS, permissions.SETTINGS)

    def get_urlpatterns(self):
        return [
            path("", PetitionListView.as_view(), name="index"),
            path("results/", PetitionListView.as_view(results_only=True), name="index_results"),
            path("kept/", KeptView.as_view(), name="kept"),
            path("<int:pk>/", self.settings_view, name="edit"),
            path("<int:pk>/hand-over/", HandOverView.as_view(), name="hand_over"),
            path("<int:pk>/numbers/", FiguresView.as_view(), name="figures"),
            path("<int:pk>/paper/", paper.PaperListView.as_view(), name="paper"),
            path("<int:pk>/paper/enter/", verb(paper.EnterView), name="paper_enter"),
            path("<int:pk>/paper/<int:of>/", verb(paper.CorrectView), name="paper_correct"),
            path("<int:pk>/paper/<int:of>/remove/", verb(paper.RemoveView), name="paper_remove"),
            path("<int:pk>/outcomes/", outcomes.OutcomeListView.as_view(), name="outcomes"),
            path("<int:pk>/outcomes/declare/", verb(outcomes.DeclareView), name="outcome_declare"),
            path("<int:pk>/outcomes/<int:of>/", verb(outcomes.CorrectView), name="outcome_correct"),
            path(
                "<int:pk>/outcomes/<int:of>/take-back/",
                verb(outcomes.TakeBackView),
                name="outcome_take_back",
            ),
            path("<int:pk>/bulk/", sweeps.SweepListView.as_view(), name="sweeps"),
            path("<int:pk>/bulk/rule/", verb(RuleView), name="rule"),
            path("<int:pk>/bulk/all/", verb(FilteredView), name="sweep_filtered"),
            path("<int:pk>/bulk/<int:of>/", sweeps.SweepView.as_view(), name="sweep"),
            path("<int:pk>/bulk/<int:of>/undo/", verb(sweeps.UndoView), name="sweep_undo"),
            path("<int:pk>/bulk/<int:of>/stop/", verb(sweeps.StopView), name="sweep_stop"),
            path("of-page/<int:page_id>/", OfPageView.as_view(), name="of_page"),
            path(
                "of-page/<int:page_id>/signatures/",
                OfPageView.as_view(where="records"),
                name="signatures_of_page",
            ),
        ]
