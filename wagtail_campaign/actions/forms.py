"""What every form of an action asks: who, by which address, and what they agree to."""

from copy import deepcopy
from functools import lru_cache

from django import forms
from django.utils.translation import gettext_lazy as _

from ..supporters.fields import (
    AddressField,
    CommentField,
    ConsentField,
    CountryField,
    CountrySelect,
    LineField,
    NameField,
    SharedFields,
)
from ..supporters.models import Display
from . import answers
from .asks import Ask
from .questions import Asked


def text(autocomplete: str) -> forms.TextInput:
    """A line that browsers can fill in by themselves."""
    return forms.TextInput(attrs={"autocomplete": autocomplete})


def display_field(nobody=Display.ANONYMOUS.label) -> forms.TypedChoiceField:
    """How who acts is named in public; as nobody without a choice, which is called ``nobody``."""
    named = [pair for pair in Display.choices if pair[0] != Display.ANONYMOUS]
    return forms.TypedChoiceField(
        label=_("Show me in public"),
        choices=[(Display.ANONYMOUS, nobody), *named],
        initial=Display.ANONYMOUS,
        empty_value=Display.ANONYMOUS,
        required=False,
        widget=forms.RadioSelect,
    )


# Field name -> how to make it, for the fields that an action can switch.
ASKED = {
    "last_name": lambda **kwargs: NameField(
        label=_("Last name"),
        max_length=60,
        widget=text("family-name"),
        error_messages={"required": _("Please enter your last name.")},
        **kwargs,
    ),
    "country": lambda **kwargs: CountryField(
        label=_("Country"),
        max_length=2,
        widget=CountrySelect(attrs={"autocomplete": "country"}),
        error_messages={"required": _("Please choose your country.")},
        **kwargs,
    ),
    "postcode": lambda **kwargs: LineField(
        label=_("Postcode"),
        max_length=16,
        widget=text("postal-code"),
        error_messages={"required": _("Please enter your postcode.")},
        **kwargs,
    ),
    "organisation": lambda **kwargs: LineField(
        label=_("Organisation"),
        max_length=120,
        widget=text("organization"),
        error_messages={"required": _("Please enter the name of your organisation.")},
        **kwargs,
    ),
    "comment": lambda **kwargs: CommentField(
        label=_("Your comment"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Not published."),
        error_messages={"required": _("Please write a comment.")},
        **kwargs,
    ),
}


class ActionForm(forms.Form):
    """The form of one action: ``asks`` says which of ``ASKED`` it has, ``wordings`` which consents,
    ``questions`` what else the page asks.

    ``wordings`` is {purpose: (id, words)}, as ``consent_wordings`` of its page gives them. In
    ``cleaned_data``, ``ticked`` is the list of the ids of the wordings agreed to, and ``answers``
    what ``answers.collect`` makes of the questions.
    """

    first_name = NameField(
        label=_("First name"),
        max_length=60,
        widget=text("given-name"),
        error_messages={"required": _("Please enter your first name.")},
    )
    email = AddressField(
        label=_("E-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        help_text=_("We send you a link to confirm. On this site nobody sees your address."),
        error_messages={"required": _("Please enter your e-mail address.")},
    )
    # A trap for robots: hidden from people, and who fills it in is thanked and forgotten.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    #: Rows of the form, top to bottom; those that an action doesn't ask for are left out.
    ORDER = ("first_name", "last_name", "email", "country", "postcode", "organisation", "comment")

    #: How to make each field that the action can switch; subclasses may have more.
    ASKED = ASKED

    #: Which way brought who sends it: see ``sharing.sources``.
    via = ""

    use_required_attribute = False

    def __init__(
        self, *args, asks: dict, wordings: dict, questions: tuple[Asked, ...] = (), **kwargs
    ):
        self.questions = questions
        self.base_fields = self._fields_for(tuple(asks.items()), tuple(wordings.items()), questions)
        # No suffix: a colon would be translated for every form, and no template of ours draws one.
        super().__init__(*args, auto_id="campaign-%s", label_suffix="", **kwargs)

    @classmethod
    def at(cls, door, data=None, **more) -> "ActionForm":
        """The form of the page behind a ``Door``, with what was sent to it."""
        asked = {"asks": door.asks, "wordings": door.wordings, "questions": door.questions}
        return cls(data, **asked, **more)

    @classmethod
    @lru_cache(maxsize=256)
    def _fields_for(cls, asks: tuple, wordings: tuple, questions: tuple) -> SharedFields:
        fields = deepcopy(cls.base_fields)
        for name, asked in asks:
            if asked != Ask.OFF:
                fields[name] = cls.ASKED[name](required=asked == Ask.REQUIRED)
        for purpose, (wording_id, words) in wordings:
            fields[f"consent_{purpose}"] = ConsentField(
                purpose=purpose, wording_id=wording_id, label=words
            )
        cls.adapt(fields)
        rows = {name: fields[name] for name in cls.ORDER if name in fields}
        return SharedFields(rows | answers.fields(questions) | fields)

    @classmethod
    def adapt(cls, fields: dict) -> None:
        """Makes the fields of a subclass fit the others; done once for all forms alike."""

    @property
    def typed(self) -> list:
        """The bound fields that a supporter types into, in order."""
        return [self[name] for name in self.ORDER if name in self.fields]

    @property
    def asked(self) -> list:
        """The bound fields of the page's own questions, each with its ``field.element``."""
        return [self[answers.name(question)] for question in self.questions]

    @property
    def consents(self) -> list:
        """The bound boxes to tick."""
        return [self[name] for name in self.fields if name.startswith("consent_")]

    @property
    def is_trapped(self) -> bool:
        """Whether a robot filled in what people don't see."""
        return bool(self.data.get("website"))

    def clean(self):
        cleaned = super().clean()
        names = [name for name in self.fields if name.startswith("consent_")]
        cleaned["ticked"] = [value for name in names if (value := cleaned.pop(name, ""))]
        cleaned["answers"] = answers.collect(self.questions, cleaned)
        return cleaned
