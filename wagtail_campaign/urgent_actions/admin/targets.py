"""Targets in the admin: the list, and how each is called, greeted and reached.

Embassies have pages of their own, made of these: see ``missions``.
"""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from ...actions import words
from ...supporters import countries
from ..directory import verbs as contact_verbs
from ..directory.contacts import Contact
from ..directory.targets import Target
from . import rights
from .contact_verbs import VerifyTargetView
from .exporting import ExportView
from .records import RecordDeleteView, RecordEditView, RecordListView, RecordViewSet, yes_or_no
from .target_filters import TargetFilterSet, listed, searched

ADDRESSES = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("state")]),
    FieldPanel(
        "value",
        help_text=gettext_lazy(
            "Empty for post: the postal address stands above, with the office in each language."
        ),
    ),
    FieldRowPanel([FieldPanel("verified_on"), FieldPanel("source")]),
]
PARTS = [
    InlinePanel(
        "words",
        [
            FieldRowPanel([FieldPanel("language"), FieldPanel("name")]),
            FieldPanel("office"),
            FieldPanel("salutation"),
            FieldPanel("address"),
        ],
        heading=gettext_lazy("Office, salutation and postal address, in each language"),
        label=gettext_lazy("Language"),
        min_num=1,
    ),
    InlinePanel(
        "contacts",
        ADDRESSES,
        heading=gettext_lazy("How it is reached"),
        help_text=gettext_lazy("The first that works is used."),
        label=gettext_lazy("Contact"),
    ),
]


def reached_by(target: Target) -> str:
    """The ways that work, each once."""
    ways = [contact.get_kind_display() for contact in target.contacts.all() if contact.works]
    return ", ".join(dict.fromkeys(ways)) or _("Nothing works")


def oldest(target: Target) -> str:
    """Since when the contact that works and was verified first has stood."""
    days = [contact.verified_on for contact in target.contacts.all() if contact.works]
    if not days:
        return ""
    return _("Never") if None in days else words.day(min(days))


class TargetListView(RecordListView):
    """Targets by state, with their languages and how well they are reached."""

    related = ("words", "contacts")
    default_ordering = "country"
    filterset_class = TargetFilterSet
    # Only says that there is a search: see ``searched``.
    search_fields = ["words__office"]

    def get_base_queryset(self):
        return listed(self.model).prefetch_related(*self.related)

    def order_queryset(self, queryset):
        return super().order_queryset(queryset).order_by(self.ordering, "pk")

    def search_queryset(self, queryset):
        return searched(queryset, self.search_query) if self.is_searching else queryset

    @cached_property
    def columns(self):
        return [
            self._get_title_column("__str__", classname="campaign-wide"),
            Column(
                "country",
                label=pgettext("country", "State"),
                sort_key="country",
                accessor=lambda target: countries.name(target.country),
            ),
            *self.own_columns(),
            Column(
                "reads",
                label=_("Reads"),
                accessor=lambda target: ", ".join(map(words.language, target.languages)),
            ),
            Column("contacts", label=_("Ways that work"), accessor=reached_by),
            Column("oldest", label=_("Oldest verification"), accessor=oldest),
            Column("is_active", label=_("In use"), accessor=lambda t: yes_or_no(t.is_active)),
        ]

    def own_columns(self) -> list[Column]:
        """Those of embassies."""
        return []

    @cached_property
    def header_more_buttons(self):
        buttons = list(super().header_more_buttons)
        query = self.request.GET.urlencode()
        url = reverse(self.index_url_name.replace(":index", ":export"))
        buttons.append(
            Button(_("Download these as CSV"), url=f"{url}?{query}", icon_name="download")
        )
        if rights.may(self.request.user, "add", self.model) or rights.may(
            self.request.user, "change", self.model
        ):
            url = reverse("campaign_contacts:import")
            buttons.append(Button(_("Import from CSV"), url=url, icon_name="upload"))
        return buttons


class TargetEditView(RecordEditView):
    """Changes a target; letters that waited for an address go on. Above the form stand its
    contacts, to be verified with one click."""

    template_name = "wagtail_campaign/admin/target.html"

    def get_queryset(self):
        return listed(self.model)

    def save_action(self):
        # After the commit: it owns its transactions.
        contact_verbs.go_on(self.object)
        return super().save_action()

    def get_context_data(self, **kwargs):
        rows = Contact.objects.filter(target=self.object.pk)
        return super().get_context_data(**kwargs) | {"contacts": list(rows)}


class TargetDeleteView(RecordDeleteView):
    """The right to delete targets is none to delete embassies."""

    def get_queryset(self):
        return listed(self.model)


class TargetViewSet(RecordViewSet):
    """Targets that are no embassies."""

    model = Target
    name = url_namespace = "campaign_targets"
    url_prefix = "campaign/targets"
    icon = "redirect"
    menu_label = gettext_lazy("Targets")
    menu_name = "campaign-targets"
    index_view_class = TargetListView
    edit_view_class = TargetEditView
    delete_view_class = TargetDeleteView
    edit_template_name = "wagtail_campaign/admin/target.html"
    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("country"), FieldPanel("reads")]),
                FieldPanel("is_active"),
            ],
            heading=pgettext_lazy("letter", "Target"),
        ),
        *PARTS,
    ]

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("export/", ExportView.as_view(model=self.model), name="export"),
            path("verified/<int:pk>/", VerifyTargetView.as_view(), name="verified"),
        ]
