"""What was done to many signatures of one petition at once, how far it is, and undoing it."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...actions import words
from ...actions.admin.verbs import ReasonForm
from ...actions.asking import AskView
from .. import permissions, sweeping
from ..logs import swept_by
from ..sweeps import Sweep, SweepState
from .of_petition import OfPetitionListView, OfPetitionMixin
from .sweep_forms import OF_PEOPLE

HEADING = gettext_lazy("Bulk changes")
LATEST = 100


def which(sweep: Sweep, user) -> list[str]:
    """What it went by, in words. A pattern is a part of a name or address, and with the number
    found it says that somebody signed: so it is told to those who may see people."""
    said = sweep.said()
    if not permissions.can(user, permissions.PERSONAL):
        said |= {name: True for name in OF_PEOPLE if name in said}
    return swept_by(said)


class SweepListView(OfPetitionListView):
    """The latest of one petition, newest first."""

    page_title = HEADING
    header_icon = "list-ul"
    right = permissions.MODERATE
    explanation = gettext_lazy(
        "What was done to many signatures at once. A rule finds signatures by domain, country,"
        " language or time; you see how many before anything is changed, and can undo it."
    )
    empty = gettext_lazy("Nothing was changed in bulk yet.")

    def rows(self):
        return list(self.petition.sweeps.select_related("user").order_by("-pk")[:LATEST])

    def columns(self):
        return [
            TitleColumn(
                "created_at",
                label=_("When"),
                classname="campaign-moment",
                accessor=lambda sweep: words.moment(sweep.created_at),
                get_url=lambda sweep: self.address("sweep", sweep.pk),
            ),
            Column("verb", label=_("What"), accessor="get_verb_display"),
            Column(
                "said",
                label=_("Which"),
                classname="campaign-wide",
                accessor=lambda sweep: ", ".join(which(sweep, self.request.user)),
            ),
            Column("found", label=_("Found"), accessor=lambda s: words.number(s.found)),
            Column("done", label=_("Changed"), accessor=lambda s: words.number(s.done)),
            StatusTagColumn(
                "state",
                label=_("State"),
                accessor="get_state_display",
                primary=lambda sweep: sweep.is_busy,
            ),
            Column("user", label=_("Who"), accessor=lambda sweep: sweep.user or ""),
        ]

    def ways(self):
        return [(_("Invalidate by a rule"), self.address("rule"), "plus")]


class OfSweepMixin(OfPetitionMixin):
    """A page about one sweep; 404 for that of another petition."""

    right = permissions.MODERATE
    header_icon = "list-ul"

    @cached_property
    def sweep(self) -> Sweep:
        """The one in the address."""
        sweeps = self.petition.sweeps.select_related("user", "undone_by")
        return get_object_or_404(sweeps, pk=self.kwargs["of"])

    def crumbs_between(self):
        return [{"url": self.address("sweeps"), "label": HEADING}]

    def way_back(self):
        return self.address("sweep", self.sweep.pk)


class SweepView(OfSweepMixin, WagtailAdminTemplateMixin, TemplateView):
    """How far it is, and the ways to stop and to undo it."""

    template_name = "wagtail_campaign/admin/sweep.html"

    @property
    def page_title(self):
        return self.sweep.get_verb_display()

    def get_context_data(self, **kwargs):
        sweep = self.sweep
        is_back = sweep.state in {SweepState.UNDOING, SweepState.UNDONE}
        return super().get_context_data(**kwargs) | {
            "sweep": sweep,
            "said": which(sweep, self.request.user),
            "is_back": is_back,
            "total": sweep.done if is_back else sweep.found,
            "far": sweep.undone if is_back else sweep.done,
            "here": self.way_back(),
            "undo_url": self.address("sweep_undo", sweep.pk),
            "stop_url": self.address("sweep_stop", sweep.pk),
        }


class UndoView(OfSweepMixin, AskView):
    """Takes those back in that it took out."""

    page_title = pgettext_lazy("bulk change", "Undo")
    header_icon = "rotate"
    form_class = ReasonForm
    button = gettext_lazy("Yes, undo it")

    @property
    def is_useless(self):
        return not self.sweep.can_be_undone

    def explain(self):
        if self.is_useless:
            return [_("There is nothing to undo.")]
        return [
            _("The signatures that it took out of the count are taken back in: %(number)s.")
            % {"number": words.number(self.sweep.done)},
            _("Those that somebody restored, invalidated anew or erased since stay as they are."),
        ]

    def act(self, form):
        begun = sweeping.undo(self.sweep, form.cleaned_data["reason"], self.request.user)
        self.nothing_done = not begun
        return _("It is undone, or will be soon.") if begun else _("There was nothing to undo.")

    def get_context_data(self, **kwargs):
        subject = f"{self.title}: {self.sweep.get_verb_display()}"
        return super().get_context_data(**kwargs) | {"subject": subject}


class StopView(OfSweepMixin, AskView):
    """Ends one that is under way."""

    page_title = gettext_lazy("Stop")
    header_icon = "cross"
    button = gettext_lazy("Yes, stop it")
    serious = True

    @property
    def is_useless(self):
        return self.sweep.state != SweepState.RUNNING

    def explain(self):
        if self.is_useless:
            return [_("It isn’t under way.")]
        return [_("What was done stays so. It doesn’t go on.")]

    def act(self, form):
        self.nothing_done = not sweeping.stop(self.sweep)
        return _("It had ended already.") if self.nothing_done else _("It was stopped.")

    def get_context_data(self, **kwargs):
        subject = f"{self.title}: {self.sweep.get_verb_display()}"
        return super().get_context_data(**kwargs) | {"subject": subject}
