"""What the pages about things of one petition have in common: whose, and the way back."""

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

from ...actions.asking import AskView
from ...actions.titles import title_of
from .. import permissions
from ..models import Petition
from .overview import address_for


def refuse_the_future(day: date) -> date:
    """The day, as a form's ``clean_…`` returns it. Raises ``ValidationError`` for one to come."""
    if day > timezone.localdate():
        raise ValidationError(_("That day is still to come."), code="future")
    return day


#: Told to who was second.
MEANWHILE = gettext_lazy("Somebody else has changed it meanwhile: nothing was done. Look again.")


class OfPetitionMixin:
    """A page about one petition, ``pk`` in its address, for those who may change its settings, or
    have the right ``right``.

    404 for a petition that isn't the user's business.
    """

    right = permissions.SETTINGS

    def dispatch(self, request, *args, **kwargs):
        if not permissions.can(request.user, self.right):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def petition(self) -> Petition:
        return get_object_or_404(permissions.petitions_of(self.request.user), pk=self.kwargs["pk"])

    @cached_property
    def title(self) -> str:
        return title_of(self.petition)

    def get_page_subtitle(self):
        return self.title

    def address(self, name: str, *more) -> str:
        """The address of a page of this petition: "paper", "outcome_edit"."""
        return reverse(f"campaign_petitions:{name}", args=[self.petition.pk, *more])

    @cached_property
    def home(self) -> str | None:
        """Where the petition's crumb leads; nowhere for those who only see its numbers."""
        user = self.request.user
        own = permissions.petitions_of(user).filter(pk=self.petition.pk).exists()
        return address_for(user, self.petition) if own else None

    def get_breadcrumbs_items(self):
        sees_all = permissions.can(self.request.user, permissions.NUMBERS, permissions.SETTINGS)
        index = reverse("campaign_petitions:index") if sees_all else None
        petitions = {"url": index, "label": _("Petitions")}
        petition = {"url": self.home, "label": self.title}
        here = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, petitions, petition, *self.crumbs_between(), here]

    def crumbs_between(self) -> list[dict]:
        """What stands between the petition and this page."""
        return []


class OfPetitionListView(OfPetitionMixin, WagtailAdminTemplateMixin, TemplateView):
    """A short list of things of one petition."""

    template_name = "wagtail_campaign/admin/of_petition.html"
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


class OfPetitionFormView(OfPetitionMixin, AskView):
    """A form for one thing of a petition, new or (``of`` in the address) there already."""

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
