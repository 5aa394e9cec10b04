"""Sponsors in the admin: the list over all languages, and what waits to be looked at."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button, HeaderButton

from ...actions import words
from ...actions.admin.records import RecordListView, RecordsMixin
from .. import permissions
from ..models import Sponsor
from ..states import SponsorState
from .filters import SponsorFilterSet


class SponsorsMixin(RecordsMixin):
    """What all pages about sponsors have in common: who may, and of which lists."""

    rights = permissions.ANY_OF_SPONSORS
    namespace = "campaign_sponsors"
    list_title = gettext_lazy("Sponsors")
    deed_of_looking = "campaign.view_sponsor"

    @property
    def scope(self):
        return permissions.sponsors_of(self.request.user)


class SponsorListView(SponsorsMixin, RecordListView):
    """All entries that the user may see, newest first; who made them only when asked for."""

    model = Sponsor
    template_name = "wagtail_campaign/admin/sponsors.html"
    results_template_name = "wagtail_campaign/admin/sponsors_results.html"
    index_url_name = "campaign_sponsors:index"
    index_results_url_name = "campaign_sponsors:index_results"
    page_title = gettext_lazy("Sponsors")
    header_icon = "group"
    verbose_name_plural = gettext_lazy("sponsors")
    filterset_class = SponsorFilterSet
    action_field = "sponsor_list"
    personal, moderate = permissions.PERSONAL, permissions.MODERATE
    made_label, action_label = gettext_lazy("Entered"), gettext_lazy("Sponsor list")
    obj_type = "sponsor"
    counts_in = SponsorState.PUBLISHED
    language_columns = ()

    @staticmethod
    def made_on(sponsor: Sponsor) -> str:
        """When it was entered; of an erased one the month is all that is known."""
        say = words.month if sponsor.is_erased else words.moment
        return say(sponsor.created_at)

    def actions_of_user(self):
        return permissions.lists_of(self.request.user)

    more_columns = (
        Column(
            "name",
            label=gettext_lazy("Published name"),
            classname="campaign-wide",
            accessor="name",
        ),
        Column("kind", label=pgettext_lazy("sponsor", "Who"), accessor="get_kind_display"),
        Column(
            "verified",
            label=gettext_lazy("Verified"),
            accessor=lambda s: s.get_verified_by_display() if s.is_organisation else "",
        ),
        Column(
            "needs_review",
            label=gettext_lazy("Review"),
            accessor=lambda s: _("To be looked at") if s.needs_review else "",
        ),
    )

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        waiting = self.scope.filter(needs_review=True)
        if self.chosen_action:
            waiting = waiting.filter(sponsor_list=self.chosen_action)
        context["waiting"] = words.number(waiting.count())
        query = self.query_of_filters()
        query["needs_review"] = "true"
        context["queue_url"] = f"{reverse('campaign_sponsors:index')}?{query.urlencode()}"
        return context

    @cached_property
    def header_buttons(self):
        buttons = []
        if self.can(permissions.PERSONAL):
            url = reverse("campaign_sponsors:find")
            buttons.append(HeaderButton(_("Find a person"), url=url, icon_name="search"))
        return buttons

    @cached_property
    def header_more_buttons(self):
        buttons = self.download_buttons() if self.can(permissions.EXPORT) else []
        if self.chosen_action and self.can(permissions.NUMBERS):
            url = reverse("campaign_sponsor_lists:figures", args=[self.chosen_action.pk])
            buttons.append(Button(_("Numbers"), url=url, icon_name="view"))
        if self.chosen_action and self.can(permissions.MODERATE):
            pk = [self.chosen_action.pk]
            enter = reverse("campaign_sponsor_lists:enter", args=pk)
            imports = reverse("campaign_sponsor_lists:import", args=pk)
            ways = [
                (_("Enter a person"), enter, "plus"),
                (_("Enter an organisation"), f"{enter}?kind=organisation", "plus"),
                (_("Import from a file"), imports, "upload"),
            ]
            buttons += [
                Button(label, url=url, icon_name=icon, priority=5) for label, url, icon in ways
            ]
        return buttons


def index_of(sponsor_list) -> str:
    """The address of the entries of one list."""
    query = urlencode({"sponsor_list": sponsor_list.pk})
    return f"{reverse('campaign_sponsors:index')}?{query}"
