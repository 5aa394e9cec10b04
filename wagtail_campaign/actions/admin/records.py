"""Records in the admin: the list over all languages, for those with the rights."""

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
from wagtail.admin.widgets.button import Button

from ...supporters import countries
from .. import logs, words
from ..keyset import KeysetMixin
from ..permissions import can
from ..records import Record, RecordState
from ..titles import title_of, titles


def made_on(record: Record) -> str:
    """When it was made; of an erased one the month is all that is known."""
    if record.supporter_id is None:
        return words.month(record.created_at)
    return words.moment(record.created_at)


def confirmed_on(record: Record) -> str:
    """The same for when it was confirmed, "" where it wasn't."""
    if record.confirmed_at and record.supporter_id is None:
        return words.month(record.confirmed_at)
    return words.moment(record.confirmed_at)


class RightsMixin:
    """A page for those who have one of ``rights``."""

    rights: tuple[str, ...] = ()

    def dispatch(self, request, *args, **kwargs):
        if not can(request.user, *self.rights):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def can(self, right: str) -> bool:
        return can(self.request.user, right)


class RecordsMixin(RightsMixin):
    """A page about records of one kind: slices say which, and where their pages are."""

    #: The first part of the names of the pages' addresses: "campaign_signatures".
    namespace: str
    #: What the list is called.
    list_title = ""
    #: What is written into the log when personal data are shown.
    deed_of_looking = "campaign.view_personal_data"

    @property
    def scope(self):
        """All records of the kind that are the user's business."""
        raise NotImplementedError

    def get_breadcrumbs_items(self):
        here = {"url": "", "label": self.get_page_title()}
        records = {"url": reverse(f"{self.namespace}:index"), "label": self.list_title}
        return [*self.breadcrumbs_items, records, here]

    def note_people_seen(self, records, known: dict) -> None:
        """Writes down whose personal data are about to be shown; ``known`` are titles."""
        by_action = {}
        for record in records:
            by_action.setdefault(record.action, []).append(record.pk)
        for action, ids in by_action.items():
            logs.note(
                [action],
                self.deed_of_looking,
                self.request.user,
                label=lambda action: title_of(action, known),
                ids=ids,
            )


class RecordListView(RecordsMixin, KeysetMixin, BaseListingView):
    """All records that the user may see, newest first; whose they are only when asked for."""

    sort_key = "created_at"
    paginate_by = 50
    #: The field by which a record belongs to its action; and the right to see whose it is.
    action_field: str
    personal: str
    #: The right by which records can be ticked, "" where nothing can be done with many at once.
    moderate = ""
    #: How its moment is said in the list.
    made_on = staticmethod(made_on)
    #: The state in which a record counts.
    counts_in = RecordState.CONFIRMED
    #: What the columns of moment and action are called; what ticked rows are.
    made_label = action_label = obj_type = ""

    def get_base_queryset(self):
        records = self.scope.select_related(self.action_field)
        return records.select_related("supporter") if self.shows_people else records

    def get_breadcrumbs_items(self):
        return BaseListingView.get_breadcrumbs_items(self)

    @property
    def shows_people(self) -> bool:
        return bool(self.filters) and getattr(self.filters, "shows_people", False)

    @cached_property
    def chosen_action(self):
        """The one that the list is narrowed down to, None where it isn't."""
        chosen = self.filters.for_log().get(self.action_field) if self.filters else None
        return self.actions_of_user().filter(pk=chosen).first() if chosen else None

    def actions_of_user(self):
        """The actions whose records are the user's business: a queryset."""
        raise NotImplementedError

    def query_of_filters(self):
        """The query string, of the filters alone."""
        query = self.request.GET.copy()
        for name in (self.page_kwarg, "ordering", "_w_filter_fragment"):
            query.pop(name, None)
        return query

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        rows = context["object_list"] = list(context["object_list"])
        self.titles = titles(row.action.key for row in rows)
        if self.shows_people:
            self.note_people_seen(rows, self.titles)
        context["table"] = self.get_table(rows)
        context["can_moderate"] = self.can_moderate
        return context

    def download_buttons(self) -> list[Button]:
        """The ways to what is listed, as files."""
        query = self.query_of_filters().urlencode()
        ways = [
            (_("Download these as CSV"), "export"),
            (_("Download these as XLSX"), "export_xlsx"),
        ]
        return [
            Button(
                label,
                url=f"{reverse(f'{self.namespace}:{view}')}?{query}",
                icon_name="download",
                priority=10,
            )
            for label, view in ways
        ]

    @property
    def can_moderate(self) -> bool:
        return bool(self.moderate) and self.can(self.moderate)

    @cached_property
    def columns(self):
        columns = [
            TitleColumn(
                "created_at",
                label=self.made_label,
                classname="campaign-moment",
                accessor=self.made_on,
                sort_key=self.sort_key,
                get_url=lambda row: reverse(f"{self.namespace}:inspect", args=[row.pk]),
                get_title_id=lambda row: f"{self.obj_type}_{row.pk}_title",
            ),
            *(self.people_columns if self.shows_people else self.public_columns),
            Column(
                self.action_field,
                label=self.action_label,
                classname="campaign-wide",
                accessor=lambda row: title_of(row.action, self.titles),
            ),
            *self.more_columns,
            *self.language_columns,
            *self.country_columns,
            StatusTagColumn(
                "state",
                label=_("State"),
                accessor="get_state_display",
                primary=lambda row: row.state == self.counts_in,
            ),
        ]
        if self.can_moderate:
            columns.insert(0, BulkActionsCheckboxColumn("bulk", obj_type=self.obj_type))
        return columns

    #: What stands there while nobody is shown; and beside the action.
    public_columns: tuple = ()
    more_columns: tuple = ()
    language_columns: tuple = (
        Column(
            "language",
            label=gettext_lazy("Language"),
            accessor=lambda row: words.language(row.language),
        ),
    )
    country_columns: tuple = (
        Column(
            "country",
            label=gettext_lazy("Country"),
            accessor=lambda row: countries.name(row.country),
        ),
    )
    people_columns = (
        Column("name", label=pgettext_lazy("person", "Name"), accessor="supporter.full_name"),
        Column("email", label=gettext_lazy("E-mail"), accessor="supporter.email"),
    )
