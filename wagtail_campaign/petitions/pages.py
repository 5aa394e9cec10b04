"""The petition's page: what its editors write, and how it is shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page

from ..actions import consent_boxes
from ..actions.images import ImageMixin
from ..actions.live import Live
from ..actions.pages import ActionPageMixin
from ..actions.previews import PreviewsMixin
from ..actions.shown import ShownMixin
from ..headless.content import ActionContentMixin
from ..supporters.models import ConsentWording, Purpose
from . import content, drawing
from . import live as petition_live
from .admin.panels import NumbersPanel
from .drawing import Drawn
from .forms import SignatureForm
from .models import COUNTED, Petition, Signature

RICH_TEXT = ["bold", "italic", "link", "ol", "ul"]

# What a box says where the editor wrote nothing else.
WORDINGS = {
    Purpose.UPDATES: _("Send me news about this petition by e-mail."),
    Purpose.NEWS: _("Send me other news of the campaign by e-mail."),
    Purpose.HANDOVER: _(
        "Hand over my name, country, organisation and comment to those this petition is addressed"
        " to. Otherwise I am only counted."
    ),
}


STEPS = {
    "check_mail": ("petitions/check_mail.html", _("Check your mail")),
    "confirm": ("petitions/confirm.html", _("Confirm, from the mail’s link")),
    "disown": ("petitions/disown.html", _("“I did not sign this”")),
    "thanks": ("petitions/thanks.html", _("Thanks, after confirming")),
}
MAILS = {
    "petitions.confirm": _("Mail: please confirm"),
    "petitions.reminder": _("Mail: reminder"),
    "petitions.already_signed": _("Mail: you have already signed"),
}


class PetitionMixin(ActionContentMixin, PreviewsMixin, ShownMixin, ActionPageMixin, ImageMixin):
    """The fields of a petition's page. It has no StreamField: concrete pages declare theirs.

    A page may have ``next_steps``, a StreamField of ``NextStepBlock``, shown after confirming, and
    ``questions``, one of ``QUESTION_BLOCKS``, asked in the form.
    """

    action_model = Petition
    metrics = COUNTED
    mailed_slice = context_name = "petition"
    template_folder = "petitions"
    call_to_action = _("Sign the petition")
    previewed_steps, previewed_mails = STEPS, MAILS

    addressed_to = models.CharField(
        _("addressed to"),
        max_length=255,
        blank=True,
        help_text=_("Who is to hear this: “The Ministry of Foreign Affairs”."),
    )
    intro = models.TextField(
        _("introduction"),
        blank=True,
        max_length=500,
        help_text=_("What you ask for, in two sentences. Shown first, and where it is shared."),
    )
    thanks = RichTextField(
        _("thanks"),
        blank=True,
        features=RICH_TEXT,
        help_text=_("Said to those who confirmed. Empty: a short word of thanks."),
    )
    updates_wording = consent_boxes.wording_field(_("box for news about this petition"))
    news_wording = consent_boxes.wording_field(_("box for news of the campaign"))
    handover_wording = consent_boxes.wording_field(_("box for handing over"))

    content_panels = [
        NumbersPanel(),
        FieldPanel("addressed_to"),
        FieldPanel("intro"),
        *ImageMixin.image_panels,
    ]
    after_signing_panels = [FieldPanel("thanks")]
    consent_panels = [consent_boxes.panel(WORDINGS)]
    api_fields = [APIField("addressed_to"), *ActionContentMixin.api_fields]

    class Meta:
        abstract = True

    def get_template(self, request, *args, **kwargs):
        """The template of the page. (Wagtail sets ``template`` on every concrete class.)"""
        return "wagtail_campaign/petitions/page.html"

    def consent_wordings(self) -> list[ConsentWording]:
        """What the boxes say on this page, in order."""
        return consent_boxes.wordings_of(self, WORDINGS)

    def get_form(self, live: Live, data=None) -> SignatureForm:
        """The form, empty or with what was sent."""
        wordings = {w.purpose: (w.pk, w.text) for w in self.consent_wordings()}
        questions = self.questions_asked()
        return SignatureForm(data, asks=live.asks, wordings=wordings, questions=questions)

    def api_forms(self, live: Live) -> dict[str, tuple]:
        return {"sign": ("api_sign", [self.pk], self.get_form(live))}

    def api_content(self, live: Live) -> dict:
        return content.as_json(self, live)

    def read_live(self) -> Live:
        return petition_live.read(self.get_action())

    def draw(self, live: Live, kept: Drawn | None) -> Drawn:
        return drawing.draw(self, live, kept)

    def draw_preview(self, live: Live) -> Drawn:
        return drawing.preview(self, live)

    def draw_form(self, live: Live, form) -> str:
        return drawing.draw_form(self, live, form)

    def sample_record(self, supporter, mail="") -> Signature:
        petition = self.get_action() or Petition(key=self.translation_key)
        return Signature(
            pk=0, petition=petition, supporter=supporter, page=self, language=supporter.language
        )


class AbstractPetitionPage(PetitionMixin, Page):
    """A petition's page, for sites with page types of their own."""

    content_panels = Page.content_panels + PetitionMixin.content_panels

    class Meta:
        abstract = True
