"""The access tokens in the admin."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from ...actions import words
from ...actions.admin.records import RightsMixin
from ...actions.paging import CountedPaginator
from .. import permissions
from ..models import AccessToken

HEADING = gettext_lazy("Access tokens")


class TokensMixin(RightsMixin):
    """For those with the right."""

    rights = (permissions.READ,)
    header_icon = "key"

    def get_breadcrumbs_items(self):
        every = {"url": reverse("campaign_tokens:index"), "label": HEADING}
        return [*self.breadcrumbs_items, every, {"url": "", "label": self.get_page_title()}]


class TokenListView(TokensMixin, BaseListingView):
    """Which programs read, as whom, and when they did last."""

    model = AccessToken
    template_name = "wagtail_campaign/admin/listing.html"
    results_template_name = "wagtailadmin/generic/listing_results.html"
    index_url_name = "campaign_tokens:index"
    index_results_url_name = "campaign_tokens:index_results"
    page_title = HEADING
    verbose_name_plural = gettext_lazy("access tokens")
    default_ordering = "name"
    paginate_by = 50
    paginator_class = CountedPaginator
    no_results_message = gettext_lazy(
        "No other program reads here. One that speaks OSDI can: it gets those who agreed to news of"
        " the campaign, and what they did."
    )

    def get_breadcrumbs_items(self):
        return BaseListingView.get_breadcrumbs_items(self)

    def get_base_queryset(self):
        return AccessToken.objects.select_related("user")

    @cached_property
    def header_buttons(self):
        url = reverse("campaign_tokens:add")
        return [HeaderButton(_("Make an access token"), url=url, icon_name="plus")]

    def reader_of(self, token: AccessToken) -> str:
        """Whose rights a token has; asked once for each user, who may have made several."""
        if token.user_id not in self.readers:
            name = token.user.get_username()
            lost = _("%(user)s, who may not any more: it reads nothing") % {"user": name}
            self.readers[token.user_id] = name if permissions.may_read(token.user) else lost
        return self.readers[token.user_id]

    @cached_property
    def readers(self) -> dict[int, str]:
        return {}

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "name",
                label=pgettext("webhook", "Name"),
                get_url=lambda token: reverse("campaign_tokens:delete", args=[token.pk]),
            ),
            Column("user", label=_("Reads as"), accessor=self.reader_of),
            Column("created_at", label=_("Made"), accessor=lambda t: words.moment(t.created_at)),
            Column("used_on", label=_("Last used"), accessor=_last_used),
        ]


def _last_used(token: AccessToken) -> str:
    return words.day(token.used_on) if token.used_on else _("never")
