"""The page of a sponsor list: what its editors write, and how it is shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from ..actions import consent_boxes
from ..actions.again import bound_form
from ..actions.images import ImageMixin
from ..actions.pages import ActionPageMixin
from ..actions.previews import PreviewsMixin
from ..actions.shown import ShownMixin
from ..supporters.models import ConsentWording, Purpose
from . import drawing, listing, types
from . import live as sponsors_live
from .admin.panels import NumbersPanel
from .drawing import Drawn
from .forms import FORMS, JoinForm
from .ledger import METRICS
from .live import SponsorsLive
from .models import Sponsor, SponsorList
from .states import Kind, SponsorState

RICH_TEXT = ["bold", "italic", "link", "ol", "ul"]

# What a box says where the editor wrote nothing else.
WORDINGS = {
    Purpose.UPDATES: _("Send me news about this list by e-mail."),
    Purpose.NEWS: _("Send me other news of the campaign by e-mail."),
}

STEPS = {
    "check_mail": ("sponsors/check_mail.html", _("Check your mail")),
    "confirm": ("sponsors/confirm.html", _("Confirm, from the mail’s link")),
    "disown": ("sponsors/disown.html", _("“It was not me”")),
    "thanks": ("sponsors/thanks.html", _("Thanks, after confirming")),
}
MAILS = {
    "sponsors.confirm": _("Mail: please confirm"),
    "sponsors.reminder": _("Mail: reminder"),
    "sponsors.already_there": _("Mail: your entry is there already"),
    "sponsors.published": _("Mail: your entry is published"),
    "sponsors.declined": _("Mail: your entry is not published"),
}
#: In which state an entry is of which a mail tells.
STATES = {
    "sponsors.published": SponsorState.PUBLISHED,
    "sponsors.declined": SponsorState.DECLINED,
}


class SponsorPageForm(WagtailAdminPageForm):
    """A new page begins with types to change, in its own language."""

    def __init__(self, data=None, files=None, *args, instance=None, **kwargs):
        is_new = instance is not None and not instance.pk
        if is_new and not getattr(instance, "types", True):
            offered = types.defaults_as_json(instance.locale.language_code)
            instance.types = instance._meta.get_field("types").to_python(offered)
        super().__init__(data, files, *args, instance=instance, **kwargs)


class SponsorPageMixin(PreviewsMixin, ShownMixin, ActionPageMixin, ImageMixin):
    """The fields of a sponsor list's page. It has no StreamField: concrete pages declare theirs.

    A page may have ``types``, a StreamField of ``SPONSOR_TYPE_BLOCKS``, and ``next_steps``, one of
    ``NextStepBlock``, shown after confirming.
    """

    action_model = SponsorList
    metrics = METRICS
    mailed_slice = Sponsor.mailed_slice
    context_name = template_folder = "sponsors"
    call_to_action = _("Lend your name")
    previewed_steps, previewed_mails = STEPS, MAILS

    intro = models.TextField(
        _("introduction"),
        blank=True,
        max_length=500,
        help_text=_("What those on the list stand for, in two sentences. Shown first."),
    )
    thanks = RichTextField(
        _("thanks"),
        blank=True,
        features=RICH_TEXT,
        help_text=_("Said to those who confirmed. Empty: a short word of thanks."),
    )
    updates_wording = consent_boxes.wording_field(_("box for news about this list"))
    news_wording = consent_boxes.wording_field(_("box for news of the campaign"))

    content_panels = [NumbersPanel(), FieldPanel("intro"), *ImageMixin.image_panels]
    after_joining_panels = [FieldPanel("thanks")]
    consent_panels = [consent_boxes.panel(WORDINGS)]
    base_form_class = SponsorPageForm

    class Meta:
        abstract = True

    def get_template(self, request, *args, **kwargs):
        """The template of the page. (Wagtail sets ``template`` on every concrete class.)"""
        return "wagtail_campaign/sponsors/page.html"

    def consent_wordings(self) -> list[ConsentWording]:
        """What the boxes say on this page, in order."""
        return consent_boxes.wordings_of(self, WORDINGS)

    def sponsor_types(self) -> tuple[types.Type, ...]:
        """The types of sponsors, in the language of the page."""
        return types.of_page(self)

    def get_form(self, live: SponsorsLive, kind: Kind, data=None) -> JoinForm:
        """The form of a kind, empty or with what was sent."""
        return FORMS[kind](
            data,
            asks=live.asks,
            wordings={w.purpose: (w.pk, w.text) for w in self.consent_wordings()},
            types=self.sponsor_types(),
            language=self.locale.language_code,
        )

    def api_forms(self, live: SponsorsLive) -> dict[str, tuple]:
        return {
            f"join_{kind}": (f"api_join_{kind}", [self.pk], self.get_form(live, kind))
            for kind in live.kinds
        }

    def get_context(self, request, *args, **kwargs):
        """Adds ``list_drawn``: the part of the list that is asked for by ``?q=`` and others."""
        context = super().get_context(request, *args, **kwargs)
        what, drawn = listing.asked(request), context["drawn"]
        context["asked"] = what
        context["list_drawn"] = (
            drawn.sponsors
            if what.is_first
            else drawing.draw_sponsors(self, context["sponsors"], what)
        )
        return context

    def panel_context(self, request) -> dict:
        """Adds ``form_drawn``, that of ``kind``: of what was sent, else of ``?join=``."""
        context = super().panel_context(request)
        live, drawn = context[self.context_name], context["drawn"]
        sent = bound_form(request, self) if request else None
        asked = request.GET.get("join", "") if request else ""
        kinds = live.kinds
        kind = sent.kind if sent else asked if asked in kinds else next(iter(kinds), "")
        return context | {
            "kind": kind,
            "form_drawn": drawn.form or drawn.forms.get(kind, ""),
        }

    def read_live(self) -> SponsorsLive:
        return sponsors_live.read(self.get_action())

    def draw(self, live: SponsorsLive, kept: Drawn | None) -> Drawn:
        return drawing.draw(self, live, kept)

    def draw_preview(self, live: SponsorsLive) -> Drawn:
        return drawing.preview(self, live)

    def draw_form(self, live: SponsorsLive, form) -> str:
        return drawing.draw_form(self, live, form)

    def sample_record(self, supporter, mail: str = "") -> Sponsor:
        sponsor_list = self.get_action() or SponsorList(key=self.translation_key)
        return Sponsor(
            pk=0,
            sponsor_list=sponsor_list,
            supporter=supporter,
            page=self,
            language=supporter.language,
            kind=Kind.PERSON,
            name=supporter.full_name,
            state=STATES.get(mail, SponsorState.PENDING),
            decline_reason=_("the reason that the editor gives") if mail in STATES else "",
        )


class AbstractSponsorPage(SponsorPageMixin, Page):
    """A sponsor list's page, for sites with page types of their own."""

    content_panels = Page.content_panels + SponsorPageMixin.content_panels

    class Meta:
        abstract = True
