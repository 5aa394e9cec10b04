"""Blocks for an action's own questions: what editors write, in each language."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from . import answers
from .questions import Asked, Kind


class QuestionBlock(blocks.StructBlock):
    """Base of the four. The question is known by the UUID that its block has in the stream."""

    kind: Kind

    label = blocks.CharBlock(label=_("Question"), max_length=200)
    help_text = blocks.CharBlock(
        label=pgettext_lazy("question", "Help"),
        required=False,
        default="",
        max_length=300,
        help_text=_("Shown beside it: why you ask, what you do with the answer."),
    )
    required = blocks.BooleanBlock(
        label=_("Must be answered"),
        required=False,
        help_text=_("Without an answer the form isn’t taken. The same in every language."),
    )

    def asked(self, uuid: str, value) -> Asked:
        """The question that a value of this block asks."""
        offered = value["choices"].bound_blocks if "choices" in value else ()
        return Asked(
            uuid=uuid,
            kind=self.kind.value,
            label=value["label"],
            help_text=value["help_text"],
            required=bool(value["required"]),
            choices=tuple((item.id, item.value) for item in offered),
        )

    def get_context(self, value, parent_context=None):
        """Adds the form ``field``, as it is drawn in a preview."""
        question = self.asked("preview", value)
        form = forms.Form(auto_id="campaign-%s")
        form.fields = answers.fields((question,))
        context = super().get_context(value, parent_context)
        return context | {"field": form[answers.name(question)]}

    def get_preview_value(self):
        """An example in the editor's language."""
        return self.normalize({"help_text": "", "required": False} | self.example())

    class Meta:
        template = "wagtail_campaign/blocks/question.html"
        preview_template = "wagtail_campaign/blocks/preview.html"


class TextQuestionBlock(QuestionBlock):
    """A question that is answered with a line of text."""

    kind = Kind.TEXT

    def example(self):
        """An example in the editor's language."""
        return {"label": gettext("Which town do you live in?")}

    class Meta:
        label = Kind.TEXT.label
        icon = "pilcrow"
        description = _("Answered in the supporter’s own words: one line, 200 characters at most.")


class ChoicesQuestionBlock(QuestionBlock):
    """Base of those that offer answers. Each answer is known by the UUID of its item."""

    choices = blocks.ListBlock(
        blocks.CharBlock(label=_("Answer"), max_length=120),
        label=_("Answers"),
        min_num=2,
        max_num=50,
        help_text=_(
            "You may reword an answer later, and it counts as the same. For another answer, add a"
            " new line."
        ),
    )

    def example(self):
        """An example in the editor's language."""
        offered = [gettext("By passing it on"), gettext("By translating"), gettext("With my union")]
        return {"label": gettext("How would you like to help?"), "choices": offered}


class ChoiceQuestionBlock(ChoicesQuestionBlock):
    """A question that is answered with one of the answers offered."""

    kind = Kind.CHOICE

    class Meta:
        label = Kind.CHOICE.label
        icon = "radio-full"
        description = _("Answered with one of the answers that you offer.")


class SeveralQuestionBlock(ChoicesQuestionBlock):
    """A question that is answered with as many of the answers offered as one likes."""

    kind = Kind.CHOICES

    class Meta:
        label = Kind.CHOICES.label
        icon = "list-ul"
        description = _("Answered with as many as they like of the answers that you offer.")


class TickQuestionBlock(QuestionBlock):
    """A box to tick. It is no consent: what it says may change after it was ticked."""

    kind = Kind.TICK

    required = blocks.BooleanBlock(
        label=_("Must be ticked"),
        required=False,
        help_text=_("Unless it is ticked the form isn’t taken. The same in every language."),
    )

    def example(self):
        """An example in the editor's language."""
        return {"label": gettext("I am a member of a trade union")}

    class Meta:
        label = Kind.TICK.label
        icon = "tick-inverse"
        description = _(
            "A box to tick. Not for consents: these stand on a tab of their own, and the words that"
            " were agreed to are kept."
        )


def asked(stream) -> tuple[Asked, ...]:
    """The questions in a StreamField of these blocks, each once; none of no field."""
    found = {}
    for child in stream or ():
        if isinstance(child.block, QuestionBlock) and is_uuid(child.id):
            found.setdefault(child.id, child.block.asked(child.id, child.value))
    return tuple(found.values())


def is_uuid(text) -> bool:
    """Whether a text is a UUID as streams write it."""
    # Ids come back from the editor's browser.
    try:
        return str(UUID(text)) == text
    except (TypeError, ValueError, AttributeError):
        return False
