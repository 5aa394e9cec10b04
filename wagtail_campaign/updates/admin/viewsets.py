"""The admin of updates: its addresses and its menu item."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.viewsets.base import ViewSet

from ...actions import words
from ...mailing.models import Broadcast
from .. import emails, permissions
from .sending import KIND, MailView


class BroadcastListView(BaseListingView):
    """Every update that was mailed, the latest first."""

    model = Broadcast
    results_template_name = "wagtailadmin/generic/listing_results.html"
    index_url_name = "campaign_updates:index"
    index_results_url_name = "campaign_updates:index_results"
    page_title = gettext_lazy("Mailed updates")
    header_icon = "mail"
    verbose_name_plural = gettext_lazy("broadcasts")
    default_ordering = "-pk"
    paginate_by = 50
    no_results_message = gettext_lazy(
        "No update was mailed yet. Write one under a petition’s page, publish it, and choose"
        " “Mail to signers” in its menu."
    )

    def dispatch(self, request, *args, **kwargs):
        if not permissions.may_send(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return Broadcast.objects.filter(kind=KIND)

    def get_table(self, object_list):
        broadcasts = list(object_list)
        known = emails.titles_of([broadcast.object_id for broadcast in broadcasts])
        self.titles = known
        return super().get_table(broadcasts)

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "title",
                label=pgettext("news", "Update"),
                accessor=lambda b: self.titles.get(b.object_id) or _("Page deleted"),
                get_url=self.url_of,
            ),
            StatusTagColumn("state", label=_("State"), accessor="get_state_display"),
            Column("sent", label=_("Sent"), accessor=lambda b: words.number(b.sent)),
            Column("total", label=_("Recipients"), accessor=lambda b: words.number(b.total)),
            Column("starts_at", label=_("Began"), accessor=lambda b: words.moment(b.starts_at)),
        ]

    def url_of(self, broadcast):
        if broadcast.object_id not in self.titles:
            return None
        return reverse("campaign_updates:mail", args=[broadcast.object_id])


class UpdatesMenuItem(MenuItem):
    """Shown to those who may mail updates."""

    def is_shown(self, request):
        return permissions.may_send(request.user)


class UpdatesViewSet(ViewSet):
    """What was mailed, and mailing it."""

    name = url_namespace = "campaign_updates"
    url_prefix = "campaign/updates"
    icon = "mail"
    menu_label = gettext_lazy("Mailed updates")
    menu_name = "campaign-updates"
    menu_item_class = UpdatesMenuItem

    def get_urlpatterns(self):
        mail = transaction.non_atomic_requests(MailView.as_view())
        return [
            path("", BroadcastListView.as_view(), name="index"),
            path("results/", BroadcastListView.as_view(results_only=True), name="index_results"),
            path("<int:page_id>/", mail, name="mail"),
        ]
