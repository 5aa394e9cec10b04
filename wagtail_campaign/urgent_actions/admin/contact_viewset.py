"""The admin of contacts: its addresses, and its item among the reports."""

from django.urls import path, reverse_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from ..directory.missions import Mission
from ..directory.targets import Target
from . import rights
from .contact_verbs import VerifyView, WorksView
from .contacts import ContactListView
from .importing import ImportView


class ContactsMenuItem(MenuItem):
    """In the menu of reports."""

    def __init__(self):
        url = reverse_lazy("campaign_contacts:index")
        label = ContactListView.page_title
        super().__init__(label, url, name="campaign-contacts", icon_name="warning")

    def is_shown(self, request):
        return any(rights.may(request.user, "change", model) for model in (Target, Mission))


class ContactViewSet(ViewSet):
    """The report, what can be done from it, and the import of targets; no menu item of its own."""

    name = url_namespace = "campaign_contacts"
    url_prefix = "campaign/contacts"

    def register_menu_item(self):
        # It stands among the reports.
        pass

    def get_urlpatterns(self):
        return [
            path("", ContactListView.as_view(), name="index"),
            path("results/", ContactListView.as_view(results_only=True), name="index_results"),
            path("<int:pk>/verified/", VerifyView.as_view(), name="verified"),
            path("<int:pk>/works/", WorksView.as_view(), name="works"),
            path("import/", ImportView.as_view(), name="import"),
        ]
