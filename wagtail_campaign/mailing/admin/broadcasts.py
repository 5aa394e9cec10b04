"""What was mailed to many, in the admin: the list, and the addresses of its pages."""

from collections import defaultdict

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.viewsets.base import ViewSet

from ...actions import words
from ...actions.paging import CountedPaginator
from ...actions.permissions import editable
from .. import kinds, permissions
from ..announcements import Announcement
from ..models import Broadcast
from .sending import MailView


class BroadcastListView(BaseListingView):
    """Everything that was mailed to many of actions of the user's, the latest first."""

    model = Broadcast
    results_template_name = "wagtailadmin/generic/listing_results.html"
    index_url_name = "campaign_broadcasts:index"
    index_results_url_name = "campaign_broadcasts:index_results"
    page_title = gettext_lazy("Mailed news")
    header_icon = "mail"
    verbose_name_plural = gettext_lazy("broadcasts")
    default_ordering = "-pk"
    paginate_by = 50
    paginator_class = CountedPaginator
    no_results_message = gettext_lazy(
        "Nothing was mailed yet. Write an update under a petition’s page, publish it, and choose"
        " “Mail to supporters” in its menu; or declare an outcome, and mail that."
    )

    def dispatch(self, request, *args, **kwargs):
        if not permissions.may_send(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        broadcasts = Broadcast.objects.filter(kind__in=list(self.kinds))
        return editable(self.request.user, broadcasts, key="action_key")

    @cached_property
    def kinds(self) -> dict[str, Announcement]:
        return {k.name: k for k in kinds.all_kinds() if isinstance(k, Announcement)}

    def get_table(self, object_list):
        broadcasts = list(object_list)
        ids = defaultdict(list)
        for broadcast in broadcasts:
            ids[broadcast.kind].append(broadcast.object_id)
        self.titles = {name: self.kinds[name].titles(of_kind) for name, of_kind in ids.items()}
        return super().get_table(broadcasts)

    @cached_property
    def columns(self):
        return [
            TitleColumn("title", label=_("Title"), accessor=self.title_of, get_url=self.url_of),
            Column("kind", label=_("Mail"), accessor=lambda b: self.kinds[b.kind].label),
            StatusTagColumn("state", label=_("State"), accessor="get_state_display"),
            Column("sent", label=_("Sent"), accessor=lambda b: words.number(b.sent)),
            Column("total", label=_("Recipients"), accessor=lambda b: words.number(b.total)),
            Column("starts_at", label=_("Began"), accessor=lambda b: words.moment(b.starts_at)),
        ]

    def title_of(self, broadcast) -> str:
        return self.titles[broadcast.kind].get(broadcast.object_id) or _("Deleted meanwhile")

    def url_of(self, broadcast):
        if broadcast.object_id not in self.titles[broadcast.kind]:
            return None
        return reverse("campaign_broadcasts:mail", args=[broadcast.kind, broadcast.object_id])


class BroadcastsMenuItem(MenuItem):
    """Shown to those who may mail news."""

    def is_shown(self, request):
        return permissions.may_send(request.user)


class BroadcastsViewSet(ViewSet):
    """What was mailed to many, and mailing it."""

    name = url_namespace = "campaign_broadcasts"
    url_prefix = "campaign/broadcasts"
    icon = "mail"
    menu_label = gettext_lazy("Mailed news")
    menu_name = "campaign-broadcasts"
    menu_item_class = BroadcastsMenuItem

    def get_urlpatterns(self):
        mail = transaction.non_atomic_requests(MailView.as_view())
        return [
            path("", BroadcastListView.as_view(), name="index"),
            path("results/", BroadcastListView.as_view(results_only=True), name="index_results"),
            path("<str:kind>/<int:object_id>/", mail, name="mail"),
        ]
