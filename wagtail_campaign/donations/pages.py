"""The donation page: what its editors write, and how it is shown."""

from dataclasses import replace

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from ..actions import consent_boxes
from ..actions.images import ImageMixin
from ..actions.pages import ActionPageMixin
from ..actions.shown import ShownMixin, draw_part
from ..headless.content import ActionContentMixin
from ..sharing.sources import known as known_source
from ..supporters.models import ConsentWording, Purpose
from . import content, drawing, reminding
from . import live as fund_live
from .admin.panels import NumbersPanel
from .admin.preflight import PreflightPanel
from .amounts import prefilled
from .drawing import Drawn
from .forms import DonationForm
from .live import FundLive
from .models import Fund
from .previews import DonationPreviewsMixin

RICH_TEXT = ["bold", "italic", "link", "ol", "ul"]

# What a box says where the editor wrote nothing else.
WORDINGS = {
    Purpose.UPDATES: _("Send me news about what becomes of this by e-mail."),
    Purpose.NEWS: _("Send me other news of the campaign by e-mail."),
}


class DonationMixin(
    ActionContentMixin, DonationPreviewsMixin, ShownMixin, ActionPageMixin, ImageMixin
):
    """The fields of a donation page. It has no StreamField: concrete pages declare theirs.

    A page may have ``questions``, one of ``QUESTION_BLOCKS``, asked in the form.
    """

    action_model = Fund
    # A fund's counts are made as its currencies come.
    metrics = ()
    mailed_slice = "donation"
    context_name = "fund"
    template_folder = "donations"
    call_to_action = _("Donate")

    intro = models.TextField(
        _("introduction"),
        blank=True,
        max_length=500,
        help_text=_(
            "What the money is for, in two sentences. Shown first, and where it is shared."
        ),
    )
    thanks = RichTextField(
        _("thanks"),
        blank=True,
        features=RICH_TEXT,
        help_text=_("Said to those who gave. Empty: a short word of thanks."),
    )
    checkout_name = models.CharField(
        _("name of the gift at Stripe"),
        max_length=60,
        blank=True,
        help_text=_(
            "Stands on the payment page and on Stripe’s receipt. Empty: “Donation”. A neutral name"
            " protects donors whose mail and statements are read by others."
        ),
    )
    checkout_note = models.CharField(
        _("note at Stripe"),
        max_length=200,
        blank=True,
        help_text=_("A sentence under the button on the payment page."),
    )
    updates_wording = consent_boxes.wording_field(_("box for news about what becomes of it"))
    news_wording = consent_boxes.wording_field(_("box for news of the campaign"))

    content_panels = [
        NumbersPanel(),
        PreflightPanel(),
        FieldPanel("intro"),
        *ImageMixin.image_panels,
    ]
    after_giving_panels = [
        FieldPanel("thanks"),
        FieldPanel("checkout_name"),
        FieldPanel("checkout_note"),
    ]
    consent_panels = [consent_boxes.panel(WORDINGS)]

    class Meta:
        abstract = True

    def get_template(self, request, *args, **kwargs):
        """The template of the page. (Wagtail sets ``template`` on every concrete class.)"""
        return "wagtail_campaign/donations/page.html"

    def consent_wordings(self) -> list[ConsentWording]:
        """What the boxes say on this page, in order."""
        reminder = reminding.wording(self.locale.language_code)
        return [*consent_boxes.wordings_of(self, WORDINGS), reminder]

    def get_form(self, live: FundLive, data=None, **more) -> DonationForm:
        """The form, empty or with what was sent; ``more``: as ``DonationForm`` takes it."""
        wordings = {w.purpose: (w.pk, w.text) for w in self.consent_wordings()}
        return DonationForm(
            data,
            asks=live.asks,
            wordings=wordings,
            questions=self.questions_asked(),
            offers=live.offers,
            asks_fees=live.asks_fees,
            **more,
        )

    def api_forms(self, live: FundLive) -> dict[str, tuple]:
        return {"give": ("api_give", [self.pk], self.get_form(live))}

    def get_context(self, request, *args, **kwargs):
        """As of all actions; for who comes by a link that chooses an amount, the form has it. That
        form is drawn for this answer and kept nowhere."""
        context = super().get_context(request, *args, **kwargs)
        live: FundLive = context[self.context_name]
        is_first = live.is_open and not context["was_sent"]
        is_first = is_first and not getattr(request, "is_preview", False)
        if is_first and (initial := prefilled.initial(request.GET, live.offers)):
            form = self.get_form(live, initial=initial)
            form.via = known_source(request.GET.get("via", ""))
            context["drawn"] = replace(context["drawn"], form=self.draw_form(live, form))
        return context

    def draw_ask(self, via, invitation=""):
        live = self.get_live()
        rows = prefilled.rows(self, live, via)
        if not rows:
            return ""
        more = {"rows": rows, "url": prefilled.link(self, via), "invitation": invitation}
        return draw_part("donations/ask.html", self, live, **more)

    def checkout_words(self) -> dict[str, str]:
        """What Stripe's page says, in the language of this page: see ``services.put_to_stripe``."""
        return {
            "gift": self.checkout_name or str(_("Donation")),
            "fees": str(_("Fees of the payment")),
            "note": self.checkout_note,
        }

    def api_content(self, live: FundLive) -> dict:
        return content.as_json(self, live)

    def read_live(self) -> FundLive:
        return fund_live.read(self.get_action())

    def draw(self, live: FundLive, kept: Drawn | None) -> Drawn:
        return drawing.draw(self, live, kept)

    def draw_preview(self, live: FundLive) -> Drawn:
        return drawing.preview(self, live)

    def draw_form(self, live: FundLive, form) -> str:
        return drawing.draw_form(self, live, form)


class AbstractDonationPage(DonationMixin, Page):
    """A donation page, for sites with page types of their own."""

    content_panels = Page.content_panels + DonationMixin.content_panels

    class Meta:
        abstract = True
