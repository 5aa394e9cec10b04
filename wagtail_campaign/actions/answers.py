"""Form fields for an action's own questions, and what becomes of them."""

from functools import partial

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ..supporters.fields import LineField, TickField
from .questions import Asked, Kind

MAX_LENGTH = 200
# With more of them, buttons would make the form too long.
BUTTONS = 8
# Kind of question -> the template that draws its field.
ELEMENTS = {Kind.TEXT: "field", Kind.CHOICE: "choice", Kind.CHOICES: "choice", Kind.TICK: "box"}


def name(question: Asked) -> str:
    """What its field is called in a form."""
    return f"question_{question.uuid}"


def fields(questions: tuple[Asked, ...]) -> dict[str, forms.Field]:
    """A field for each, by name; ``field.element`` is the template that draws it."""
    return {name(question): _field(question) for question in questions}


def collect(questions: tuple[Asked, ...], cleaned: dict) -> dict[str, str | list | bool]:
    """Takes the answers out of what a form cleaned: {UUID: text, list of UUIDs of choices, True}.

    What wasn't answered isn't in it.
    """
    answers = {}
    for question in questions:
        value = cleaned.pop(name(question), None)
        if value and question.choices:
            value = [uuid for uuid, _words in question.choices if uuid in value]
        if value:
            answers[question.uuid] = value
    return answers


def _field(question: Asked) -> forms.Field:
    # Messages name the question, as all of a form stand together at its top.
    said = partial(format_lazy, question=question.label)
    offered = _("Please choose from the answers offered: “{question}”")
    messages = {
        "required": said(_("Please answer: “{question}”")),
        # Django puts the value into this one by %.
        "invalid_choice": said(offered, question=question.label.replace("%", "%%")),
        "invalid_list": said(offered),
    }
    given = {
        "label": question.label,
        "help_text": question.help_text,
        "required": question.required,
        "error_messages": messages,
    }
    element, choices = ELEMENTS[question.kind], list(question.choices)
    match question.kind:
        case Kind.TEXT:
            field = LineField(max_length=MAX_LENGTH, **given)
        case Kind.TICK:
            field = TickField(**given)
        case Kind.CHOICES:
            widget = forms.CheckboxSelectMultiple
            field = forms.MultipleChoiceField(choices=choices, widget=widget, **given)
        case Kind.CHOICE if len(choices) <= BUTTONS:
            # A button that was pressed can't be released again.
            none = [] if question.required else [("", _("No answer"))]
            widget = forms.RadioSelect
            field = forms.ChoiceField(choices=choices + none, widget=widget, **given)
        case Kind.CHOICE:
            none = [("", _("Please choose"))]
            field, element = forms.ChoiceField(choices=none + choices, **given), "field"
    field.element = f"wagtail_campaign/elements/{element}.html"
    return field
