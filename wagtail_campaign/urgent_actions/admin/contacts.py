"""Contacts that need a look: those that refuse mail, are wrong, or weren't verified for a year."""

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q
from django.http import Http404, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from django.views import View
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn, Column, StatusTagColumn, TitleColumn
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.viewsets.base import ViewSet

from ...actions import words
from ...actions.asking import AskView
from ...actions.paging import CountedPaginator
from .. import contacts
from ..targets import OLD_AFTER, Contact, ContactKind, ContactState, Mission, Target
from . import rights
from .importing import ImportView

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
        self.waiting = contacts.waiting(rows)
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


class ContactMixin(ChangersMixin):
    """A contact by its id, of a target that the user may change."""

    @cached_property
    def contact(self) -> Contact:
        mine = rights.changeable(self.request.user).values("pk")
        return get_object_or_404(Contact, pk=self.kwargs["pk"], target__in=mine)

    @cached_property
    def owner(self) -> Target:
        return self.target(self.contact.target_id)

    def way_back(self) -> str:
        return reverse("campaign_contacts:index")


class VerifyView(ContactMixin, View):
    """ "Verified today" for one contact: a click, which the log keeps."""

    http_method_names = ["post"]

    def post(self, request, pk):
        found = Contact.objects.filter(pk=self.contact.pk)
        contacts.verify(self.owner, found, request.user)
        messages.success(request, _("Written down: verified today."))
        return HttpResponseRedirect(get_valid_next_url_from_request(request) or self.way_back())


class VerifyTargetView(ChangersMixin, View):
    """The same for all contacts of a target that work."""

    http_method_names = ["post"]

    def post(self, request, pk):
        target = self.target(pk)
        found = Contact.objects.filter(target=target.pk, state=ContactState.WORKS)
        if contacts.verify(target, found, request.user):
            messages.success(request, _("Written down: verified today."))
        else:
            messages.warning(request, _("None of its contacts works."))
        return HttpResponseRedirect(edit_url(target))


class WorksView(ContactMixin, AskView):
    """Asks whether a contact works again; then letters that waited for it go on."""

    page_title = gettext_lazy("Works again")
    header_icon = "tick"
    button = gettext_lazy("Yes, it works")

    def get(self, request, *args, **kwargs):
        if self.contact.works:
            raise Http404
        return super().get(request, *args, **kwargs)

    def explain(self):
        number = contacts.held(self.owner).count() if self.contact.kind == "email" else 0
        said = [
            _("Only say yes once you have found that the address is right and takes mail."),
            _("It counts as verified today."),
        ]
        if number:
            said.append(
                ngettext(
                    "%(number)s letter is held. Unless a moderator has to look at it, it goes into"
                    " the queue.",
                    "%(number)s letters are held. Those that no moderator has to look at go into"
                    " the queue.",
                    number,
                )
                % {"number": words.number(number)}
            )
        return said

    def act(self, form):
        number = contacts.works_again(self.owner, self.contact, self.request.user)
        if not number:
            return _("It works again.")
        return ngettext(
            "It works again. %(number)s letter is in the queue.",
            "It works again. %(number)s letters are in the queue.",
            number,
        ) % {"number": words.number(number)}

    def get_context_data(self, **kwargs):
        subject = f"{self.contact.get_kind_display()}: {self.contact.value}"
        return super().get_context_data(**kwargs) | {"subject": subject}


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
