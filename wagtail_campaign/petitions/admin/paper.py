"""Paper signatures of one petition in the admin: entered by the batch, corrected, taken out."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.documents.widgets import AdminDocumentChooser

from ...actions import words
from ...actions.admin.of_action import MEANWHILE, refuse_the_future
from ...actions.asking import AskView
from .. import paper
from ..paper import PaperBatch
from .of_petition import OfPetitionFormView, OfPetitionListView, OfPetitionMixin

HEADING = gettext_lazy("Paper signatures")


class BatchForm(WagtailAdminModelForm):
    """One batch: how many, and where they come from."""

    class Meta(WagtailAdminModelForm.Meta):
        model = PaperBatch
        fields = ["number", "collected_on", "place", "note", "document"]
        # Said here, as the app that registers it may be loaded later.
        widgets = {"document": AdminDocumentChooser}

    def clean_collected_on(self):
        return refuse_the_future(self.cleaned_data["collected_on"])


def scan_address(batch: PaperBatch) -> str | None:
    """Where Wagtail has the scan; the public address of documents is not every site's."""
    return reverse("wagtaildocs:edit", args=[batch.document_id]) if batch.document_id else None


class PaperListView(OfPetitionListView):
    """The batches of a petition, the latest first."""

    page_title = HEADING
    header_icon = "doc-full"
    explanation = gettext_lazy(
        "What was collected on paper counts at once, and the page says how many of the signatures"
        " that are. Keep the sheets: names are not entered."
    )
    empty = gettext_lazy("No paper signatures were entered yet.")

    def rows(self):
        return list(
            self.petition.paper_batches.select_related("document").order_by("-collected_on", "-pk")
        )

    def columns(self):
        return [
            TitleColumn(
                "collected_on",
                label=_("Collected on"),
                accessor=lambda batch: words.day(batch.collected_on),
                get_url=lambda batch: self.address("paper_correct", batch.pk),
            ),
            Column("number", label=_("Signatures"), accessor=lambda b: words.number(b.number)),
            Column("place", label=_("Place")),
            Column("note", label=_("Note")),
            TitleColumn(
                "document",
                label=_("Scan"),
                accessor=lambda batch: batch.document or "",
                get_url=scan_address,
            ),
            TitleColumn(
                "remove",
                label=_("Take out"),
                accessor=lambda batch: _("Take out"),
                get_url=lambda batch: self.address("paper_remove", batch.pk),
            ),
        ]

    def ways(self):
        return [(_("Enter a batch"), self.address("paper_enter"), "plus")]


class OfBatchMixin(OfPetitionMixin):
    """A page about one batch; 404 for a batch of another petition."""

    header_icon = "doc-full"

    def batch(self) -> PaperBatch:
        batch = self.petition.paper_batches.filter(pk=self.kwargs["of"]).first()
        if batch is None:
            raise Http404
        return batch

    def crumbs_between(self):
        return [{"url": self.address("paper"), "label": HEADING}]

    def way_back(self):
        return self.address("paper")


class EnterView(OfBatchMixin, OfPetitionFormView):
    """A new batch."""

    page_title = gettext_lazy("Enter a batch")
    form_class = BatchForm
    button = gettext_lazy("Count these signatures")

    def instance(self):
        return PaperBatch(petition=self.petition)

    def explain(self):
        return [_("They count at once, in every language of the page.")]

    def act(self, form):
        batch = form.save(commit=False)
        paper.enter(batch, self.request.user)
        return counted(batch.number)


class CorrectView(OfBatchMixin, OfPetitionFormView):
    """A batch that was entered wrongly."""

    page_title = gettext_lazy("Correct a batch")
    form_class = BatchForm
    button = gettext_lazy("Save")

    def instance(self):
        return self.batch()

    def explain(self):
        return [_("The count follows at once. What you change is logged.")]

    def act(self, form):
        batch = form.save(commit=False)
        self.nothing_done = not paper.correct(batch, self.request.user)
        return MEANWHILE if self.nothing_done else counted(batch.number)


class RemoveView(OfBatchMixin, AskView):
    """Takes a batch out of the count."""

    page_title = gettext_lazy("Take a batch out")
    button = gettext_lazy("Take it out")
    serious = True

    def explain(self):
        return [
            _("Its signatures don’t count any more. That can’t be undone; you can enter it again."),
        ]

    def act(self, form):
        paper.remove(self.batch(), self.request.user)
        return _("The batch was taken out of the count.")

    def get_context_data(self, **kwargs):
        number = counted(self.batch().number)
        return super().get_context_data(**kwargs) | {"subject": f"{self.title}: {number}"}


def counted(number: int) -> str:
    """How many of a batch count, in words."""
    return ngettext(
        "%(number)s signature on paper counts.", "%(number)s signatures on paper count.", number
    ) % {"number": words.number(number)}
