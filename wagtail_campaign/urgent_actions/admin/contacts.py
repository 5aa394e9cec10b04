"""Contacts that need a look: those that refuse mail, are wrong, or weren't verified for a year."""

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from ...actions import words
from ...actions.paging import CountedPaginator
from ..directory import verbs as contact_verbs
from ..directory.contacts import OLD_AFTER, Contact, ContactKind, ContactState
from ..directory.missions import Mission
from ..directory.targets import Target
from . import rights

OLD = "old"
WHY = [
    (ContactState.REFUSES.value, ContactState.REFUSES.label),
    (ContactState.WRONG.value, ContactState.WRONG.label),
    (OLD, gettext_lazy("Not verified for a year")),
]


def is_old() -> Q:
    """The condition of ``Contact.is_old``, for the database."""
    return Q(verified_on=None) | Q(verified_on__lt=timezone.localdate() - OLD_AFTER)


def edit_url(target: Target) -> str:
    """Where a target or embassy is changed."""
    target = rights.itself(target)
    where = "campaign_missions" if isinstance(target, Mission) else "campaign_targets"
    return reverse(f"{where}:edit", args=[target.pk])


class ChangersMixin:
    """For those who may change targets or embassies, and of those only."""

    def dispatch(self, request, *args, **kwargs):
        if not any(rights.may(request.user, "change", model) for model in (Target, Mission)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def target(self, pk: int) -> Target:
        """A target that the user may change; 404 for any other."""
        return rights.itself(get_object_or_404(rights.changeable(self.request.user), pk=pk))


class ContactFilterSet(WagtailFilterSet):
    """What is the matter, and which way."""

    why = django_filters.ChoiceFilter(
        label=gettext_lazy("What is the matter"),
        choices=WHY,
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
        method="narrow",
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Way"),
        choices=ContactKind.choices,
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = Contact
        fields = []

    def narrow(self, queryset, name, value):
        return queryset.filter(is_old() if value == OLD else Q(state=value))


class ButtonsColumn(BaseColumn):
    """ "Verified today", and "works again" where it doesn't."""

    cell_template_name = "wagtail_campaign/admin/contact_buttons.html"

    def get_cell_context_data(self, instance, parent_context):
        request = parent_context["request"]
        # Not where it is: that may be the address of the rows alone.
        here = f"{reverse('campaign_contacts:index')}?{request.GET.urlencode()}"
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"csrf_token": get_token(request), "here": here}


class ContactListView(ChangersMixin, BaseListingView):
    """The report. Those that were refused last come first, then those that were never verified."""

    model = Contact
    template_name = "wagtail_campaign/admin/listing.html"
    results_template_name = "wagtailadmin/generic/listing_results.html"
    index_url_name = "campaign_contacts:index"
    index_results_url_name = "campaign_contacts:index_results"
    page_title = gettext_lazy("Contacts to look at")
    header_icon = "warning"
    verbose_name_plural = gettext_lazy("contacts")
    filterset_class = ContactFilterSet
    paginate_by = 50
    paginator_class = CountedPaginator
    no_results_message = gettext_lazy("All contacts work and were verified within a year.")

    def get_base_queryset(self):
        return (
            Contact.objects.filter(
                ~Q(state=ContactState.WORKS) | is_old(),
                target__is_active=True,
                target__in=rights.changeable(self.request.user).values("pk"),
            )
            .select_related("target__mission")
            .prefetch_related("target__words")
        )

    def order_queryset(self, queryset):
        return queryset.order_by(
            F("refused_at").desc(nulls_last=True), F("verified_on").asc(nulls_first=True), "pk"
        )

    def get_table(self, object_list):
        rows = list(object_list)
        self.waiting = contact_verbs.waiting(rows)
        return super().get_table(rows)

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "target",
                label=pgettext("letter", "Target"),
                classname="campaign-wide",
                accessor=lambda contact: str(contact.target),
                get_url=lambda contact: edit_url(contact.target),
            ),
            Column("kind", label=_("Way"), accessor="get_kind_display"),
            Column("value", label=_("Address, number or link"), classname="campaign-wide"),
            StatusTagColumn(
                "state",
                label=_("State"),
                accessor="get_state_display",
                primary=lambda contact: contact.works,
            ),
            Column("refusal", label=_("What was said")),
            Column(
                "verified_on",
                label=_("Verified on"),
                accessor=lambda c: words.day(c.verified_on) if c.verified_on else _("Never"),
            ),
            Column(
                "waiting",
                label=_("Letters that wait"),
                accessor=lambda contact: words.number(self.waiting.get(contact.pk, 0)),
            ),
            ButtonsColumn("buttons", label=""),
        ]
