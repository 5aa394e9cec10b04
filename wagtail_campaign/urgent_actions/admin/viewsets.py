"""The admin of urgent actions: its addresses and menu item."""

from django.db import transaction
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet

from ...actions.admin.menu import RightsMenuItem
from .. import permissions
from ..models import UrgentAction
from . import letter_templates as letters
from .chain import DraftView
from .choosing import FindPersonsView, FindTargetsView
from .live_settings import OfPageView, SettingsView, settings_panels
from .overview import UrgentActionListView


def verb(view):
    """A view whose verb owns its transaction, whatever ``ATOMIC_REQUESTS`` says."""
    return transaction.non_atomic_requests(view.as_view())


class UrgentActionViewSet(ViewSet):
    """List, live settings and letters to start from. Urgent actions are made with their pages."""

    name = url_namespace = "campaign_urgent_actions"
    url_prefix = "campaign/urgent-actions"
    icon = "warning"
    menu_label = _("Urgent actions")
    menu_name = "campaign-urgent-actions"

    class menu_item_class(RightsMenuItem):
        rights = (permissions.NUMBERS, permissions.SETTINGS)

    @cached_property
    def settings_view(self):
        panel = settings_panels.bind_to_model(UrgentAction)
        return SettingsView.as_view(panel=panel, form_class=panel.get_form_class())

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
