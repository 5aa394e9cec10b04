"""All actions of a kind in the admin, with how they stand."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from .. import goals, words
from ..models import State
from ..paging import CountedPaginator
from ..siblings import published
from ..titles import title_of, titles
from .panels import status_label


class ActionListView(BaseListingView):
    """Every action of a kind that the user may change or follow, newest first.

    Titles, counts and states are one query each, however many are listed. Slices implement the
    methods below.
    """

    template_name = "wagtail_campaign/admin/listing.html"
    results_template_name = "wagtailadmin/generic/listing_results.html"
    default_ordering = "-pk"
    paginate_by = 50
    paginator_class = CountedPaginator
    #: Who sees numbers, and who may change what is listed.
    numbers_right: str
    settings_right: str

    def own_actions(self):
        """The actions that are the user's business."""
        raise NotImplementedError

    def prepare(self, actions: list) -> None:
        """Reads what the columns need of all actions on a page of the list."""
        raise NotImplementedError

    def facts(self) -> list[Column]:
        """The columns that everybody sees, after title and state."""
        return []

    def figures(self) -> list[Column]:
        """The columns for those who see numbers."""
        return []

    def address_of(self, action) -> str | None:
        """Where an action of the user's leads to."""
        raise NotImplementedError

    def dispatch(self, request, *args, **kwargs):
        if not self.can(self.numbers_right, self.settings_right):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def can(self, *rights: str) -> bool:
        """Whether the user has one of the rights."""
        return any(self.request.user.has_perm(f"wagtail_campaign.{right}") for right in rights)

    @property
    def shows_numbers(self) -> bool:
        """Whether the user sees numbers."""
        return self.can(self.numbers_right)

    def get_table(self, object_list):
        actions = list(object_list)
        keys = [action.key for action in actions]
        self.titles = titles(keys)
        self.published = published(keys)
        own = self.own_actions().filter(pk__in=[action.pk for action in actions])
        self.own = set(own.values_list("pk", flat=True))
        self.prepare(actions)
        return super().get_table(actions)

    @cached_property
    def columns(self):
        columns = [
            TitleColumn(
                "title",
                label=_("Title"),
                classname="campaign-wide",
                accessor=lambda action: title_of(action, self.titles),
                get_url=lambda a: self.address_of(a) if a.pk in self.own else None,
            ),
            StatusTagColumn(
                "status",
                label=_("State"),
                accessor=self.status_of,
                primary=lambda action: action.status() == State.OPEN,
            ),
            *self.facts(),
        ]
        return [*columns, *self.figures()] if self.shows_numbers else columns

    def status_of(self, action) -> str:
        """Where an action stands, in a word."""
        return status_label(action, self.published)

    def number_column(self, name: str, label, number: Callable) -> Column:
        """A column of numbers: ``number(action)``."""
        return Column(name, label=label, accessor=lambda action: words.number(number(action)))

    def goal_column(self, count: Callable) -> Column:
        """The goal that is shown for ``count(action)``."""
        return self.number_column(
            "goal", _("Goal"), lambda a: goals.shown(a.goal, a.raises_goal, count(a))
        )
