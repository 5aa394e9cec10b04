"""Signatures in the admin: the list over all languages."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button, HeaderButton

from ...actions import tallies
from ...actions.admin.records import RecordListView, RecordsMixin
from ...actions.keyset import Count
from .. import permissions
from ..models import METRIC, Signature, SignatureState
from ..sweeps import SweepVerb
from .filters import SignatureFilterSet


class SignaturesMixin(RecordsMixin):
    """What the list, the search and the export have in common: who may, and of which petitions."""

    rights = permissions.ANY_OF_SIGNATURES
    namespace = "campaign_signatures"
    list_title = gettext_lazy("Signatures")

    @property
    def scope(self):
        return permissions.signatures_of(self.request.user)


class SignatureListView(SignaturesMixin, RecordListView):
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
    action_field = "petition"
    personal, moderate = permissions.PERSONAL, permissions.MODERATE
    made_label, action_label = gettext_lazy("Signed"), gettext_lazy("Petition")
    obj_type = "signature"

    def actions_of_user(self):
        return permissions.petitions_of(self.request.user)

    def count_rows(self, queryset) -> Count:
        """Exact where it is the count of a petition."""
        chosen = self.filters.for_log() if self.filters else {}
        if chosen.keys() == {"petition", "state"} and chosen["state"] == SignatureState.CONFIRMED:
            return Count(tallies.count(self.chosen_action.key, METRIC))
        return super().count_rows(queryset)

    def ways_for_all(self) -> list[tuple[str, str]]:
        """(label, address) of what can be done with all signatures of one petition listed."""
        if not self.chosen_action:
            return []
        query = self.query_of_filters()
        query.pop("petition")
        state = query.get("state")
        url = reverse("campaign_petitions:sweep_filtered", args=[self.chosen_action.pk])
        ways = [
            (verb.label, f"{url}?{query.urlencode()}&verb={verb}")
            for verb in SweepVerb
            if not state or STATES.get(verb, state) == state
        ]
        rule = reverse("campaign_petitions:rule", args=[self.chosen_action.pk])
        return [*ways, (_("Invalidate by a rule"), rule)]

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        some = context["object_list"] and context["can_moderate"]
        context["for_all"] = self.ways_for_all() if some else []
        context["can_find"] = self.can(permissions.PERSONAL)
        return context

    public_columns = (
        Column(
            "public",
            label=gettext_lazy("Shown in public as"),
            accessor=lambda row: public_name(row),
        ),
    )

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
        exports = reverse("campaign_signatures:exports")
        own = Button(_("Your exports"), url=exports, icon_name="history", priority=20)
        return [*self.download_buttons(), own]


#: The state in which a sweep's verb has something to do, where that is one.
STATES = {
    SweepVerb.INVALIDATE: SignatureState.CONFIRMED,
    SweepVerb.RESTORE: SignatureState.INVALID,
    SweepVerb.RESEND: SignatureState.PENDING,
}


def public_name(signature: Signature) -> str:
    """What the page shows, "" for what it doesn't."""
    return signature.said_in_public if signature.state == SignatureState.CONFIRMED else ""
