"""The urgent action's page: what its editors write, and how it is shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from ..actions import consent_boxes
from ..actions.images import ImageMixin
from ..actions.pages import ActionPageMixin
from ..actions.previews import PreviewsMixin
from ..actions.shown import ShownMixin
from ..headless.content import ActionContentMixin
from ..headless.serializers import html
from ..supporters.models import ConsentWording, Purpose
from . import content, drawing
from . import live as urgent_live
from .admin.panels import NumbersPanel
from .admin.preflight import PreflightPanel
from .drawing import Drawn
from .forms import LetterForm, LogForm, to_target
from .live import UrgentLive
from .models import METRIC, Channel, Letter, UrgentAction
from .publishing import GuardedMixin

RICH_TEXT = ["bold", "italic", "link", "ol", "ul"]

# What a box says where the editor wrote nothing else.
WORDINGS = {
    Purpose.UPDATES: _("Tell me by e-mail what becomes of this."),
    Purpose.NEWS: _("Send me other news of the campaign by e-mail."),
}
STEPS = {
    "check_mail": ("urgent_actions/check_mail.html", _("Check your mail")),
    "confirm": ("urgent_actions/confirm.html", _("Confirm, from the mail’s link")),
    "disown": ("urgent_actions/disown.html", _("“I did not write this”")),
    "thanks": ("urgent_actions/thanks.html", _("Thanks, after confirming")),
}
MAILS = {
    "urgent_actions.confirm": _("Mail: please confirm"),
    "urgent_actions.reminder": _("Mail: reminder"),
    "urgent_actions.already_written": _("Mail: you have written today already"),
    "urgent_actions.cancelled": _("Mail: your letter was not sent"),
}


class UrgentActionMixin(
    GuardedMixin, ActionContentMixin, PreviewsMixin, ShownMixin, ActionPageMixin, ImageMixin
):
    """The fields of an urgent action's page. It has no StreamField: concrete pages declare theirs.

    Who is written to and for whom, until when and by which letter is live, on the action. A page
    may have ``next_steps``, a StreamField of ``NextStepBlock``, shown after confirming.
    """

    action_model = UrgentAction
    metrics = (METRIC,)
    mailed_slice = "letter"
    context_name = "urgent_action"
    template_folder = "urgent_actions"
    call_to_action = _("Write a letter")
    previewed_steps, previewed_mails = STEPS, MAILS

    number = models.CharField(
        _("number"),
        max_length=40,
        blank=True,
        help_text=_("As others cite it: “60/16”. The page says which one of a chain it is."),
    )
    intro = models.TextField(
        _("situation"),
        max_length=500,
        help_text=_("Who is in danger and why, in three sentences. Shown first, and where shared."),
    )
    points = RichTextField(
        _("what a letter should say"),
        blank=True,
        features=RICH_TEXT,
        help_text=_("The points to make, one by one."),
    )
    preferred_languages = models.CharField(
        _("preferred languages"),
        max_length=120,
        blank=True,
        help_text=_("In words: “Kazakh, Russian, English or your own”."),
    )
    background = RichTextField(
        _("background"),
        blank=True,
        features=RICH_TEXT,
        help_text=_("For those who want to know more: up to 400 words."),
    )
    copies_to = models.CharField(
        _("copies to"),
        max_length=255,
        blank=True,
        help_text=_("Whom those who write by themselves send a copy to: e-mail addresses, commas."),
    )
    thanks = RichTextField(
        _("thanks"),
        blank=True,
        features=RICH_TEXT,
        help_text=_("Said to those who confirmed. Empty: a short word of thanks."),
    )
    updates_wording = consent_boxes.wording_field(_("box for news about this action"))
    news_wording = consent_boxes.wording_field(_("box for news of the campaign"))

    content_panels = [
        NumbersPanel(),
        PreflightPanel(),
        FieldPanel("number"),
        FieldPanel("intro"),
        *ImageMixin.image_panels,
        FieldPanel("points"),
        FieldRowPanel([FieldPanel("preferred_languages"), FieldPanel("copies_to")]),
        FieldPanel("background"),
    ]
    after_writing_panels = [FieldPanel("thanks")]
    # Offered to no translator: a number and addresses, the same in every language unless changed.
    override_translatable_fields = [SynchronizedField("number"), SynchronizedField("copies_to")]
    consent_panels = [consent_boxes.panel(WORDINGS)]
    api_fields = [
        html("points"),
        APIField("preferred_languages"),
        html("background"),
        APIField("copies_to"),
        *ActionContentMixin.api_fields,
    ]

    class Meta:
        abstract = True

    @property
    def audiences(self):
        """Who wrote, and who wants to hear of all urgent actions."""
        return (self.mailed_slice, "alert")

    def get_template(self, request, *args, **kwargs):
        """The template of the page. (Wagtail sets ``template`` on every concrete class.)"""
        return "wagtail_campaign/urgent_actions/page.html"

    def guarded_action(self):
        return self.get_action()

    def consent_wordings(self) -> list[ConsentWording]:
        """What the boxes say on this page, in order."""
        return consent_boxes.wordings_of(self, WORDINGS)

    def questions_asked(self) -> tuple:
        """None: who writes a letter is asked nothing else."""
        return ()

    def api_forms(self, live: UrgentLive) -> dict[str, tuple]:
        if not (live.is_solidarity or live.targets or live.missions_of):
            return {}
        asked = {
            "asks": live.asks,
            "wordings": {w.purpose: (w.pk, w.text) for w in self.consent_wordings()},
        }
        letter = LetterForm(
            initial={"written_in": self.locale.language_code},
            is_solidarity=live.is_solidarity,
            **asked,
        )
        if live.is_solidarity:
            return {"write": ("api_write", [self.pk], letter)}
        # Without a choice, the first of them is written to; of embassies, one has to be chosen.
        target = next(iter(live.targets), None)
        return {
            "write": ("api_write", [self.pk], to_target(letter, target)),
            "log": ("api_log", [self.pk], to_target(LogForm(**asked), target)),
        }

    def api_content(self, live: UrgentLive) -> dict:
        return content.as_json(self, live)

    def read_live(self) -> UrgentLive:
        return urgent_live.read(self.get_action())

    def draw(self, live: UrgentLive, kept: Drawn | None) -> Drawn:
        return drawing.draw(self, live, kept)

    def draw_preview(self, live: UrgentLive) -> Drawn:
        return drawing.preview(self, live)

    def draw_form(self, live: UrgentLive, form) -> str:
        # The form stands on a page of its own: what is here only leads to it.
        return drawing.draw_form(self, live)

    def sample_record(self, supporter, mail="") -> Letter:
        action = self.get_action() or UrgentAction(key=self.translation_key)
        return Letter(
            pk=0,
            urgent_action=action,
            supporter=supporter,
            page=self,
            language=supporter.language,
            channel=Channel.CAMPAIGN if action.is_solidarity else Channel.SITE,
        )


class AbstractUrgentActionPage(UrgentActionMixin, Page):
    """An urgent action's page, for sites with page types of their own."""

    content_panels = Page.content_panels + UrgentActionMixin.content_panels

    class Meta:
        abstract = True
