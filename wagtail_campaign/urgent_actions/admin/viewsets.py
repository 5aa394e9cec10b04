"""The admin of urgent actions: its addresses and menu item."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ...actions.admin.menu import RightsMenuItem
from ...actions.admin.viewset import ActionViewSet
from ...actions.asking import verb
from .. import permissions
from ..models import UrgentAction
from . import letter_templates as letters
from .chain import DraftView
from .choosing import FindPersonsView, FindTargetsView
from .live_settings import OfPageView, SettingsView, settings_panels
from .overview import UrgentActionListView


class UrgentActionViewSet(ActionViewSet):
    """List, live settings and letters to start from. Urgent actions are made with their pages."""

    model = UrgentAction
    settings_class, panels = SettingsView, settings_panels
    name = url_namespace = "campaign_urgent_actions"
    url_prefix = "campaign/urgent-actions"
    icon = "warning"
    menu_label = _("Urgent actions")
    menu_name = "campaign-urgent-actions"

    class menu_item_class(RightsMenuItem):
        rights = (permissions.NUMBERS, permissions.SETTINGS)

    def get_urlpatterns(self):
        return [
            path("", UrgentActionListView.as_view(), name="index"),
            path("results/", UrgentActionListView.as_view(results_only=True), name="index_results"),
            path("persons/find/", FindPersonsView.as_view(), name="find_persons"),
            path("targets/find/", FindTargetsView.as_view(), name="find_targets"),
            path("<int:pk>/", self.settings_view, name="edit"),
            path("<int:pk>/letters/", letters.TemplateListView.as_view(), name="templates"),
            path("<int:pk>/letters/add/", verb(letters.AddView), name="template_add"),
            path("<int:pk>/letters/<int:of>/", verb(letters.EditView), name="template_edit"),
            path(
                "<int:pk>/letters/<int:of>/delete/",
                verb(letters.DeleteView),
                name="template_delete",
            ),
            path(
                "<int:pk>/letters/<int:of>/preview/",
                letters.PreviewView.as_view(),
                name="template_preview",
            ),
            path("of-page/<int:page_id>/", OfPageView.as_view(), name="of_page"),
            path("of-page/<int:page_id>/<str:link>/", verb(DraftView), name="draft"),
        ]
