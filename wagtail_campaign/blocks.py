"""Every StreamField block of the package, gathered."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from .actions.any_action_blocks import DeadlineBlock, FiguresBlock, ProgressBlock
from .actions.blocks import NextStepBlock
from .actions.page_blocks import CallToActionBlock, ContactBlock, QuoteBlock
from .actions.question_blocks import (
    ChoiceQuestionBlock,
    SeveralQuestionBlock,
    TextQuestionBlock,
    TickQuestionBlock,
)
from .actions.ways_block import WaysBlock
from .donations.blocks import DonateBlock
from .headless.pages import html_said, image_said
from .petitions.blocks import PetitionBlock, SignersBlock
from .sharing.blocks import PosterBlock, ShareBlock
from .sponsors.blocks import SponsorWallBlock
from .sponsors.types import OrganisationTypeBlock, PersonTypeBlock
from .supporters.blocks import RetentionBlock
from .updates.blocks import UpdatesBlock
from .urgent_actions.blocks import AlertsBlock, EmbassyFinderBlock, LetterBlock, UrgentActionBlock


class ParagraphBlock(blocks.RichTextBlock):
    """Rich text, which Wagtail's API gives as HTML to be shown."""

    def get_api_representation(self, value, context=None):
        return html_said(value.source)

    def deconstruct(self):
        # In the migrations of sites it is Wagtail's own, which they have had from the first.
        return ("wagtail.blocks.RichTextBlock", *self._constructor_args)


class TextImageBlock(ImageBlock):
    """An image in a text, with words in the language of the page for those who don't see it."""

    def get_api_representation(self, value, context=None):
        return image_said(value, value.contextual_alt_text or "") if value else None

    class Meta:
        template = "wagtail_campaign/blocks/image.html"


#: What the text of a ready-made page is made of.
TEXT_BLOCKS = [
    ("heading", blocks.CharBlock(label=_("Heading"), icon="title", form_classname="title")),
    (
        "paragraph",
        ParagraphBlock(label=_("Paragraph"), features=["bold", "italic", "link", "ol", "ul", "h3"]),
    ),
    ("image", TextImageBlock(label=_("Image"))),
    ("quote", blocks.BlockQuoteBlock(label=_("Quotation"))),
]

NEXT_STEPS_BLOCKS = [("step", NextStepBlock())]

#: An action's own questions: ``questions = StreamField(QUESTION_BLOCKS, max_num=20)``.
QUESTION_BLOCKS = [
    ("text", TextQuestionBlock()),
    ("choice", ChoiceQuestionBlock()),
    ("choices", SeveralQuestionBlock()),
    ("tick", TickQuestionBlock()),
]

#: The types of sponsors: ``types = StreamField(SPONSOR_TYPE_BLOCKS)``.
SPONSOR_TYPE_BLOCKS = [
    ("organisation", OrganisationTypeBlock()),
    ("person", PersonTypeBlock()),
]

#: All blocks for a site's own pages: ``StreamField([*my_blocks, *CAMPAIGN_BLOCKS])``. The names say
#: what a block is about, so that they don't meet those of the site's own blocks.
CAMPAIGN_BLOCKS = [
    ("petition", PetitionBlock()),
    ("petition_signers", SignersBlock()),
    ("donate", DonateBlock()),
    ("urgent_action", UrgentActionBlock()),
    ("urgent_letter", LetterBlock()),
    ("urgent_alerts", AlertsBlock()),
    ("embassy_finder", EmbassyFinderBlock()),
    ("sponsor_wall", SponsorWallBlock()),
    ("campaign_ways", WaysBlock()),
    ("campaign_call", CallToActionBlock()),
    ("campaign_progress", ProgressBlock()),
    ("campaign_figures", FiguresBlock()),
    ("campaign_deadline", DeadlineBlock()),
    ("campaign_updates", UpdatesBlock()),
    ("campaign_share", ShareBlock()),
    ("campaign_poster", PosterBlock()),
    ("campaign_quote", QuoteBlock()),
    ("campaign_contact", ContactBlock()),
    ("retention", RetentionBlock()),
]

__all__ = [
    "CAMPAIGN_BLOCKS",
    "NEXT_STEPS_BLOCKS",
    "QUESTION_BLOCKS",
    "SPONSOR_TYPE_BLOCKS",
    "TEXT_BLOCKS",
    "AlertsBlock",
    "CallToActionBlock",
    "ChoiceQuestionBlock",
    "ContactBlock",
    "DeadlineBlock",
    "DonateBlock",
    "EmbassyFinderBlock",
    "FiguresBlock",
    "LetterBlock",
    "NextStepBlock",
    "OrganisationTypeBlock",
    "PersonTypeBlock",
    "PetitionBlock",
    "PosterBlock",
    "ProgressBlock",
    "QuoteBlock",
    "RetentionBlock",
    "SeveralQuestionBlock",
    "ShareBlock",
    "SignersBlock",
    "SponsorWallBlock",
    "TextQuestionBlock",
    "TickQuestionBlock",
    "UpdatesBlock",
    "UrgentActionBlock",
    "WaysBlock",
]
