"""What the pages about things of one action have in common: whose, and the way back."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Table
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from ..asking import AskView
from ..models import Action
from ..titles import title_of


def refuse_the_future(day: date) -> date:
    """The day, as a form's ``clean_…`` returns it. Raises ``ValidationError`` for one to come."""
    if day > timezone.localdate():
        raise ValidationError(_("That day is still to come."), code="future")
    return day


#: Told to who was second.
MEANWHILE = gettext_lazy("Somebody else has changed it meanwhile: nothing was done. Look again.")


class OfActionMixin:
    """A page about one action, ``pk`` in its address, for those with the right ``right``.

    404 for an action that isn't the user's business. Slices set the attributes below.
    """

    right: str
    #: Who has one of these sees the list of all actions.
    seen_with: tuple[str, ...]
    #: Where the addresses of the slice are, and what it calls its actions.
    namespace: str
    plural = ""

    def actions(self):
        """The actions whose pages like this one are the user's business."""
        raise NotImplementedError

    def home_of(self, action: Action) -> str | None:
        """Where the action's crumb leads."""
        raise NotImplementedError

    def dispatch(self, request, *args, **kwargs):
        if not self.can(self.right):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def can(self, *rights: str) -> bool:
        """Whether the user has one of the rights."""
        return any(self.request.user.has_perm(f"wagtail_campaign.{right}") for right in rights)

    @cached_property
    def action(self) -> Action:
        return get_object_or_404(self.actions(), pk=self.kwargs["pk"])

    @cached_property
    def title(self) -> str:
        return title_of(self.action)

    def get_page_subtitle(self):
        return self.title

    def address(self, name: str, *more) -> str:
        """The address of a page of this action: "paper", "outcome_edit"."""
        return reverse(f"{self.namespace}:{name}", args=[self.action.pk, *more])

    def get_breadcrumbs_items(self):
        index = reverse(f"{self.namespace}:index") if self.can(*self.seen_with) else None
        actions = {"url": index, "label": self.plural}
        action = {"url": self.home_of(self.action), "label": self.title}
        here = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, actions, action, *self.crumbs_between(), here]

    def crumbs_between(self) -> list[dict]:
        """What stands between the action and this page."""
        return []


class OfActionListView(OfActionMixin, WagtailAdminTemplateMixin, TemplateView):
    """A short list of things of one action."""

    template_name = "wagtail_campaign/admin/of_action.html"
    #: What the list is for, in a sentence or two; and what to say while it is empty.
    explanation = ""
    empty = ""

    def rows(self) -> list:
        """The things, as the columns take them."""
        raise NotImplementedError

    def columns(self) -> list:
        """Wagtail's table columns."""
        raise NotImplementedError

    def ways(self) -> list[tuple[str, str, str]]:
        """(label, address, icon) of each button in the header."""
        raise NotImplementedError

    @cached_property
    def header_buttons(self):
        return [HeaderButton(label, url=url, icon_name=icon) for label, url, icon in self.ways()]

    def get_context_data(self, **kwargs):
        rows = self.rows()
        return super().get_context_data(**kwargs) | {
            "explanation": self.explanation,
            "empty": self.empty,
            "table": Table(self.columns(), rows) if rows else None,
        }


class OfActionFormView(OfActionMixin, AskView):
    """A form for one thing of an action, new or (``of`` in the address) there already."""

    def subject(self) -> str:
        """What stands over the form."""
        return self.title

    def instance(self):
        """The thing that the form is about."""
        raise NotImplementedError

    def get_form_kwargs(self):
        more = {"instance": self.instance(), "for_user": self.request.user}
        return super().get_form_kwargs() | more

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"subject": self.subject()}
