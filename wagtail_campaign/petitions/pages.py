"""The petition's page: what its editors write, and how it is shown."""

from dataclasses import replace

from django.core.cache import cache
from django.db import models
from django.utils import translation
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from ..actions import live as actions_live
from ..actions.again import bound_form
from ..actions.images import ImageMixin
from ..actions.live import Live
from ..actions.pages import ActionPageMixin
from ..conf import conf
from ..supporters import consents
from ..supporters.models import ConsentWording, Purpose
from . import drawing
from . import live as petition_live
from .admin.panels import NumbersPanel
from .drawing import Drawn
from .forms import SignatureForm
from .models import COUNTED, Petition
from .previews import PetitionPreviews

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


class PetitionMixin(PetitionPreviews, ActionPageMixin, ImageMixin):
    """The fields of a petition's page. It has no StreamField: concrete pages declare theirs.

    A page may have ``next_steps``, a StreamField of ``NextStepBlock``, shown after confirming, and
    ``questions``, one of ``QUESTION_BLOCKS``, asked in the form.
    """

    action_model = Petition
    metrics = COUNTED
    mailed_slice = "petition"

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
    updates_wording = models.CharField(
        _("box for news about this petition"), max_length=255, blank=True
    )
    news_wording = models.CharField(_("box for news of the campaign"), max_length=255, blank=True)
    handover_wording = models.CharField(_("box for handing over"), max_length=255, blank=True)

    content_panels = [
        NumbersPanel(),
        FieldPanel("addressed_to"),
        FieldPanel("intro"),
        *ImageMixin.image_panels,
    ]
    after_signing_panels = [FieldPanel("thanks")]
    consent_panels = [
        MultiFieldPanel(
            [
                HelpPanel(
                    content=_(
                        "Supporters agree to each of these apart. The words they saw are kept with"
                        " their consent. Leave a field empty for our own words."
                    )
                ),
                *(
                    FieldPanel(
                        f"{purpose}_wording",
                        help_text=format_lazy(
                            _("Empty, in the language of the page: “{words}”"), words=words
                        ),
                    )
                    for purpose, words in WORDINGS.items()
                ),
            ],
            heading=_("Consents"),
        )
    ]

    class Meta:
        abstract = True

    def get_template(self, request, *args, **kwargs):
        """The template of the page. (Wagtail sets ``template`` on every concrete class.)"""
        return "wagtail_campaign/petitions/page.html"

    def get_context(self, request, *args, **kwargs):
        """Adds what ``panel_context`` gives to Wagtail's context."""
        return {**super().get_context(request, *args, **kwargs), **self.panel_context(request)}

    def panel_context(self, request) -> dict:
        """What progress and form are shown from, here or in a PetitionBlock on another page.

        ``petition`` is a ``Live``, ``drawn`` a ``Drawn``; ``was_sent``: this answers a form that
        was sent and isn't taken.
        """
        live, drawn = self._find_live_and_drawn(request)
        was_sent = bound_form(request, self) is not None
        return {"petition": live, "drawn": drawn, "was_sent": was_sent}

    @property
    def campaign_anchor(self) -> str:
        """What the ids on the page begin with, so that several petitions fit on one page."""
        return f"campaign-{self.pk or 0}"

    def consent_wordings(self) -> list[ConsentWording]:
        """What the boxes say on this page, in order."""
        language = self.locale.language_code
        with translation.override(language):
            return [
                consents.wording(
                    purpose, language, getattr(self, f"{purpose}_wording") or str(WORDINGS[purpose])
                )
                for purpose in Purpose
            ]

    def get_form(self, live: Live, data=None) -> SignatureForm:
        """The form, empty or with what was sent."""
        wordings = {w.purpose: (w.pk, w.text) for w in self.consent_wordings()}
        questions = self.questions_asked()
        return SignatureForm(data, asks=live.asks, wordings=wordings, questions=questions)

    def get_live(self, request=None) -> Live:
        """The public side of the petition."""
        return self._find_live_and_drawn(request)[0]

    def _find_live_and_drawn(self, request) -> tuple[Live, Drawn]:
        # Asked for several times while a page is made, by it and by the blocks on it.
        shown = vars(request).setdefault("campaign_shown", {}) if request else {}
        if self.pk not in shown:
            is_preview = getattr(request, "is_preview", False)
            shown[self.pk] = self._preview_parts() if is_preview else self._read_parts(request)
        return shown[self.pk]

    def _preview_parts(self) -> tuple[Live, Drawn]:
        live = petition_live.read(self.get_action())
        return live, drawing.preview(self, live)

    def _read_parts(self, request) -> tuple[Live, Drawn]:
        # Both from one look into the cache.
        key = self.action_key
        live_key, drawn_key = actions_live.cache_key(key), self._form_cache_key()
        cached = cache.get_many([live_key, drawn_key])
        live, kept = cached.get(live_key), cached.get(drawn_key)
        if live is None:
            live = petition_live.read(self.get_action())
            actions_live.keep(key, live)
        drawn = drawing.draw(self, live, kept)
        if drawn is not kept:
            cache.set(drawn_key, drawn, conf.FORM_SECONDS)
        if live.is_open and (form := bound_form(request, self)):
            drawn = replace(drawn, form=drawing.draw_form(self, live, form))
        return live, drawn

    def _form_cache_key(self) -> str:
        return f"campaign:drawn:{self.pk}:{self.live_revision_id}:{get_language()}"


class AbstractPetitionPage(PetitionMixin, Page):
    """A petition's page, for sites with page types of their own."""

    content_panels = Page.content_panels + PetitionMixin.content_panels

    class Meta:
        abstract = True
