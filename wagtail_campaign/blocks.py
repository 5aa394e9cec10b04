"""Every StreamField block of the package, gathered."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from .actions.blocks import NextStepBlock
from .actions.question_blocks import (
    ChoiceQuestionBlock,
    SeveralQuestionBlock,
    TextQuestionBlock,
    TickQuestionBlock,
)
from .petitions.blocks import (
    FiguresBlock,
    PetitionBlock,
    ProgressBlock,
    ShareBlock,
    SignersBlock,
    UpdatesBlock,
)
from .supporters.blocks import RetentionBlock
from .urgent_actions.blocks import (
    AlertsBlock,
    DeadlineBlock,
    EmbassyFinderBlock,
    LetterBlock,
    UrgentActionBlock,
)


class TextImageBlock(ImageBlock):
    """An image in a text, with words in the language of the page for those who don't see it."""

    class Meta:
        template = "wagtail_campaign/blocks/image.html"


#: What the text of a ready-made page is made of.
TEXT_BLOCKS = [
    ("heading", blocks.CharBlock(label=_("Heading"), icon="title", form_classname="title")),
    (
        "paragraph",
        blocks.RichTextBlock(
            label=_("Paragraph"), features=["bold", "italic", "link", "ol", "ul", "h3"]
        ),
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

#: All blocks for a site's own pages: ``StreamField([*my_blocks, *CAMPAIGN_BLOCKS])``.
CAMPAIGN_BLOCKS = [
    ("petition", PetitionBlock()),
    ("petition_progress", ProgressBlock()),
    ("petition_signers", SignersBlock()),
    ("petition_updates", UpdatesBlock()),
    ("petition_share", ShareBlock()),
    ("petition_figures", FiguresBlock()),
    ("urgent_action", UrgentActionBlock()),
    ("urgent_letter", LetterBlock()),
    ("urgent_deadline", DeadlineBlock()),
    ("urgent_alerts", AlertsBlock()),
    ("embassy_finder", EmbassyFinderBlock()),
    ("retention", RetentionBlock()),
]

__all__ = [
    "CAMPAIGN_BLOCKS",
    "NEXT_STEPS_BLOCKS",
    "QUESTION_BLOCKS",
    "TEXT_BLOCKS",
    "AlertsBlock",
    "ChoiceQuestionBlock",
    "DeadlineBlock",
    "EmbassyFinderBlock",
    "FiguresBlock",
    "LetterBlock",
    "NextStepBlock",
    "PetitionBlock",
    "ProgressBlock",
    "RetentionBlock",
    "SeveralQuestionBlock",
    "ShareBlock",
    "SignersBlock",
    "TextQuestionBlock",
    "TickQuestionBlock",
    "UpdatesBlock",
    "UrgentActionBlock",
]
