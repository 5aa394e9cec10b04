"""What became of a petition, in the admin: declared, corrected, taken back."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.images.widgets import AdminImageChooser

from ...actions import words
from ...actions.asking import AskView
from .. import outcomes
from ..outcomes import Outcome
from .of_petition import OfPetitionFormView, OfPetitionListView, OfPetitionMixin

HEADING = gettext_lazy("Outcome")


class OutcomeForm(WagtailAdminModelForm):
    """What happened, when, to whom, and a photo."""

    class Meta(WagtailAdminModelForm.Meta):
        model = Outcome
        fields = ["kind", "happened_on", "whom", "photo"]
        # Said here, as the app that registers it may be loaded later.
        widgets = {"photo": AdminImageChooser}

    def clean_kind(self):
        kind = self.cleaned_data["kind"]
        others = Outcome.objects.filter(petition=self.instance.petition_id, kind=kind)
        if others.exclude(pk=self.instance.pk).exists():
            raise ValidationError(
                _("That has been said already: correct it in the list."), code="twice"
            )
        return kind


class OutcomeListView(OfPetitionListView):
    """What was said to have become of a petition, the first first."""

    page_title = HEADING
    header_icon = "success"
    explanation = gettext_lazy(
        "Said on the page at once, in every language: delivered, answered, won. Nothing can be"
        " signed any more from then on."
    )
    empty = gettext_lazy("Nothing was declared yet.")

    def rows(self):
        return list(self.petition.outcomes.all())

    def columns(self):
        return [
            TitleColumn(
                "kind",
                label=_("What happened"),
                accessor="get_kind_display",
                get_url=lambda outcome: self.address("outcome_correct", outcome.pk),
            ),
            Column("on", label=_("Date"), accessor=lambda o: words.day(o.happened_on)),
            Column("whom", label=_("To whom, or by whom")),
            Column("photo", label=_("Photo"), accessor=lambda outcome: outcome.photo or ""),
            TitleColumn(
                "take_back",
                label=_("Take back"),
                accessor=lambda outcome: _("Take back"),
                get_url=lambda outcome: self.address("outcome_take_back", outcome.pk),
            ),
        ]

    def ways(self):
        return [(_("Declare an outcome"), self.address("outcome_declare"), "plus")]


class OfOutcomeMixin(OfPetitionMixin):
    """A page about one outcome; 404 for that of another petition."""

    header_icon = "success"

    def outcome(self) -> Outcome:
        outcome = self.petition.outcomes.filter(pk=self.kwargs["of"]).first()
        if outcome is None:
            raise Http404
        return outcome

    def crumbs_between(self):
        return [{"url": self.address("outcomes"), "label": HEADING}]

    def way_back(self):
        return self.address("outcomes")


class DeclareView(OfOutcomeMixin, OfPetitionFormView):
    """A new outcome. ``?kind=won`` offers that kind."""

    page_title = gettext_lazy("Declare an outcome")
    form_class = OutcomeForm
    button = gettext_lazy("Say it on the page")

    def instance(self):
        return Outcome(petition=self.petition)

    def get_initial(self):
        kind = self.request.GET.get("kind")
        return {"kind": kind} if kind in Outcome.KINDS else {}

    def explain(self):
        return [
            _("The page says so at once, in every language."),
            _("Nothing can be signed or confirmed any more."),
        ]

    def act(self, form):
        outcomes.declare(form.save(commit=False), self.request.user)
        return _("The page says so now, in every language.")


class CorrectView(DeclareView):
    """An outcome whose date, addressee or photo is to be changed."""

    page_title = gettext_lazy("Correct an outcome")
    button = gettext_lazy("Save")

    def instance(self):
        return self.outcome()

    def explain(self):
        return [_("The page changes at once, in every language.")]


class TakeBackView(OfOutcomeMixin, AskView):
    """Takes an outcome off the page."""

    page_title = gettext_lazy("Take an outcome back")
    button = gettext_lazy("Take it back")
    serious = True

    def explain(self):
        return [
            _("The page doesn’t say it any more."),
            _(
                "The petition goes back to the outcome before it, and to “Closed” where there is"
                " none. In its settings you can open it again."
            ),
        ]

    def act(self, form):
        outcomes.take_back(self.outcome(), self.request.user)
        return _("The outcome was taken back.")

    def get_context_data(self, **kwargs):
        kind = self.outcome().get_kind_display()
        return super().get_context_data(**kwargs) | {"subject": f"{self.title}: {kind}"}
