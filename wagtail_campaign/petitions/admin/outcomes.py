"""What became of a petition, in the admin: declared, corrected, taken back."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.images.widgets import AdminImageChooser

from ...actions import words
from ...actions.asking import AskView
from ...actions.models import State
from ...mailing import permissions as mailing_permissions
from ...mailing.admin import sending
from ...mailing.models import Broadcast
from .. import outcomes
from ..outcome_emails import OutcomeMail
from ..outcomes import Outcome
from .of_petition import (
    MEANWHILE,
    OfPetitionFormView,
    OfPetitionListView,
    OfPetitionMixin,
    refuse_the_future,
)

HEADING = gettext_lazy("Outcome")
MAIL_IT = gettext_lazy("Mail to supporters")


class OutcomeForm(WagtailAdminModelForm):
    """What happened, when, to whom, and a photo."""

    class Meta(WagtailAdminModelForm.Meta):
        model = Outcome
        fields = ["kind", "happened_on", "whom", "photo"]
        # Said here, as the app that registers it may be loaded later.
        widgets = {"photo": AdminImageChooser}

    def clean_happened_on(self):
        return refuse_the_future(self.cleaned_data["happened_on"])

    def clean_kind(self):
        kind = self.cleaned_data["kind"]
        others = Outcome.objects.filter(petition=self.instance.petition_id, kind=kind)
        if others.exclude(pk=self.instance.pk).exists():
            raise ValidationError(
                _("That has been said already: correct it in the list."), code="twice"
            )
        return kind

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == State.WON and cleaned.get("whom"):
            said = _("Where it was won nobody is named beside it: please leave this empty.")
            self.add_error("whom", ValidationError(said, code="nobody"))
        return cleaned


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

    def mail_column(self):
        """How far each is mailed, or the way to do it."""
        ids = [outcome.pk for outcome in self.petition.outcomes.all()]
        mailed = Broadcast.objects.filter(kind=OutcomeMail.name, object_id__in=ids)
        states = {broadcast.object_id: broadcast.get_state_display() for broadcast in mailed}
        return TitleColumn(
            "mail",
            label=_("Mail"),
            accessor=lambda outcome: states.get(outcome.pk, MAIL_IT),
            get_url=lambda outcome: sending.address(OutcomeMail, outcome.pk),
        )

    def columns(self):
        may_mail = mailing_permissions.may_send(self.request.user, self.petition)
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
            *([self.mail_column()] if may_mail else []),
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
        outcome = form.save(commit=False)
        is_new = outcome.pk is None
        self.nothing_done = not outcomes.declare(outcome, self.request.user)
        if self.nothing_done:
            return MEANWHILE
        if is_new and mailing_permissions.may_send(self.request.user, self.petition):
            self.offer_mail(outcome)
        return _("The page says so now, in every language.")

    def offer_mail(self, outcome: Outcome) -> None:
        """Says that those who asked for news can be told by mail as well."""
        url = sending.address(OutcomeMail, outcome.pk)
        messages.info(
            self.request,
            _("Tell those who asked for news by mail, too: you see first who gets it and how."),
            buttons=[messages.button(url, MAIL_IT)],
        )


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
            _("The page doesn’t say it any more, and nobody is mailed it any more."),
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
