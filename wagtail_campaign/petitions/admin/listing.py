"""Signatures in the admin: the list over all languages."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import (
    BulkActionsCheckboxColumn,
    Column,
    StatusTagColumn,
    TitleColumn,
)
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import Button, HeaderButton

from ...actions import logs, tallies, words
from ...actions.keyset import Count, KeysetMixin
from ...actions.titles import title_of, titles
from ...supporters import countries
from .. import permissions
from ..models import METRIC, Signature, SignatureState
from ..sweeps import SweepVerb
from .filters import SignatureFilterSet


def signed_on(signature: Signature) -> str:
    """When it was signed; of an erased one the month is all that is known."""
    if signature.supporter_id is None:
        return words.month(signature.created_at)
    return words.moment(signature.created_at)


class SignaturesMixin:
    """What the list, the search and the export have in common: who may, and of which petitions."""

    rights = permissions.ANY_OF_SIGNATURES

    def dispatch(self, request, *args, **kwargs):
        if not permissions.can(request.user, *self.rights):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def can(self, right: str) -> bool:
        return permissions.can(self.request.user, right)

    def note_people_seen(self, signatures) -> None:
        """Writes down whose personal data are about to be shown."""
        by_petition = {}
        for signature in signatures:
            by_petition.setdefault(signature.petition, []).append(signature.pk)
        for petition, ids in by_petition.items():
            logs.note(
                [petition],
                "campaign.view_personal_data",
                self.request.user,
                label=lambda petition: title_of(petition, self.titles),
                ids=ids,
            )


class SignatureListView(SignaturesMixin, KeysetMixin, BaseListingView):
    """All signatures that the user may see, newest first; who signed only when asked for."""

    model = Signature
    template_name = "wagtail_campaign/admin/signatures.html"
    results_template_name = "wagtail_campaign/admin/signatures_results.html"
    index_url_name = "campaign_signatures:index"
    index_results_url_name = "campaign_signatures:index_results"
    page_title = gettext_lazy("Signatures")
    header_icon = "edit"
    verbose_name_plural = gettext_lazy("signatures")
    filterset_class = SignatureFilterSet
    sort_key = "created_at"
    paginate_by = 50

    def get_base_queryset(self):
        signatures = permissions.signatures_of(self.request.user).select_related("petition")
        return signatures.select_related("supporter") if self.shows_people else signatures

    @property
    def shows_people(self) -> bool:
        return bool(self.filters) and getattr(self.filters, "shows_people", False)

    def count_rows(self, queryset) -> Count:
        """Exact where it is the count of a petition."""
        chosen = self.filters.for_log() if self.filters else {}
        if chosen.keys() == {"petition", "state"} and chosen["state"] == SignatureState.CONFIRMED:
            return Count(tallies.count(self.chosen_petition.key, METRIC))
        return super().count_rows(queryset)

    @cached_property
    def chosen_petition(self):
        """The one that the list is narrowed down to, None where it isn't."""
        chosen = self.filters.for_log().get("petition") if self.filters else None
        petitions = permissions.petitions_of(self.request.user)
        return petitions.filter(pk=chosen).first() if chosen else None

    def ways_for_all(self) -> list[tuple[str, str]]:
        """(label, address) of what can be done with all signatures of one petition listed."""
        if not self.chosen_petition:
            return []
        query = self.query_of_filters()
        query.pop("petition")
        state = query.get("state")
        url = reverse("campaign_petitions:sweep_filtered", args=[self.chosen_petition.pk])
        ways = [
            (verb.label, f"{url}?{query.urlencode()}&verb={verb}")
            for verb in SweepVerb
            if not state or STATES.get(verb, state) == state
        ]
        rule = reverse("campaign_petitions:rule", args=[self.chosen_petition.pk])
        return [*ways, (_("Invalidate by a rule"), rule)]

    def query_of_filters(self):
        """The query string, of the filters alone."""
        query = self.request.GET.copy()
        for name in (self.page_kwarg, "ordering", "_w_filter_fragment"):
            query.pop(name, None)
        return query

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        rows = context["object_list"] = list(context["object_list"])
        self.titles = titles(row.petition.key for row in rows)
        if self.shows_people:
            self.note_people_seen(rows)
        context["table"] = self.get_table(rows)
        context["can_moderate"] = self.can(permissions.MODERATE)
        context["for_all"] = self.ways_for_all() if rows and context["can_moderate"] else []
        context["can_find"] = self.can(permissions.PERSONAL)
        return context

    @cached_property
    def columns(self):
        columns = [
            TitleColumn(
                "created_at",
                label=_("Signed"),
                classname="campaign-moment",
                accessor=signed_on,
                sort_key=self.sort_key,
                get_url=lambda row: reverse("campaign_signatures:inspect", args=[row.pk]),
                get_title_id=lambda row: f"signature_{row.pk}_title",
            ),
            *(self.people_columns if self.shows_people else [self.public_column]),
            Column(
                "petition",
                label=_("Petition"),
                classname="campaign-wide",
                accessor=self.petition_title,
            ),
            Column("language", label=_("Language"), accessor=lambda r: words.language(r.language)),
            Column("country", label=_("Country"), accessor=lambda r: countries.name(r.country)),
            StatusTagColumn(
                "state",
                label=_("State"),
                accessor="get_state_display",
                primary=lambda row: row.state == SignatureState.CONFIRMED,
            ),
        ]
        if self.can(permissions.MODERATE):
            columns.insert(0, BulkActionsCheckboxColumn("bulk", obj_type="signature"))
        return columns

    public_column = Column(
        "public", label=gettext_lazy("Shown in public as"), accessor=lambda row: public_name(row)
    )
    people_columns = (
        Column("name", label=pgettext_lazy("person", "Name"), accessor="supporter.full_name"),
        Column("email", label=gettext_lazy("E-mail"), accessor="supporter.email"),
    )

    def petition_title(self, row) -> str:
        return title_of(row.petition, self.titles)

    @cached_property
    def header_buttons(self):
        if not self.can(permissions.PERSONAL):
            return []
        url = reverse("campaign_signatures:find")
        return [HeaderButton(_("Find a person"), url=url, icon_name="search")]

    @cached_property
    def header_more_buttons(self):
        if not self.can(permissions.EXPORT):
            return []
        query = self.query_of_filters()
        ways = [
            (_("Download these as CSV"), "export"),
            (_("Download these as XLSX"), "export_xlsx"),
        ]
        buttons = [
            Button(
                label,
                url=f"{reverse(f'campaign_signatures:{view}')}?{query.urlencode()}",
                icon_name="download",
                priority=10,
            )
            for label, view in ways
        ]
        exports = reverse("campaign_signatures:exports")
        return [*buttons, Button(_("Your exports"), url=exports, icon_name="history", priority=20)]


#: The state in which a sweep's verb has something to do, where that is one.
STATES = {
    SweepVerb.INVALIDATE: SignatureState.CONFIRMED,
    SweepVerb.RESTORE: SignatureState.INVALID,
    SweepVerb.RESEND: SignatureState.PENDING,
}


def public_name(signature: Signature) -> str:
    """What the page shows, "" for what it doesn't."""
    return signature.said_in_public if signature.state == SignatureState.CONFIRMED else ""
