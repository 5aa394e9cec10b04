"""What a supporter fills in to sign."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..supporters.fields import (
    AddressField,
    CommentField,
    ConsentField,
    CountryField,
    LineField,
    NameField,
)
from ..supporters.models import Display
from .models import Ask

# Field name -> how to make it, for the fields that a petition can switch.
ASKED = {
    "last_name": lambda **kwargs: NameField(
        label=_("Last name"), max_length=60, widget=text("family-name"), **kwargs
    ),
    "country": lambda **kwargs: CountryField(label=_("Country"), max_length=2, **kwargs),
    "postcode": lambda **kwargs: LineField(
        label=_("Postcode"), max_length=16, widget=text("postal-code"), **kwargs
    ),
    "organisation": lambda **kwargs: LineField(
        label=_("Organisation"), max_length=120, widget=text("organization"), **kwargs
    ),
    "comment": lambda **kwargs: CommentField(
        label=_("Comment"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Not published."),
        **kwargs,
    ),
}


def text(autocomplete: str) -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": autocomplete})


class SignatureForm(forms.Form):
    """The form of one petition: ``asks`` says which fields it has, ``wordings`` which consents.

    ``wordings`` is {purpose: (id, words)}, as ``PetitionMixin.consent_wordings`` gives them. In
    ``cleaned_data``, ``ticked`` is the list of the ids of the wordings agreed to.
    """

    first_name = NameField(label=_("First name"), max_length=60, widget=text("given-name"))
    email = AddressField(
        label=_("E-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        help_text=_("We send you a link to confirm. Your address is never shown."),
    )
    display = forms.TypedChoiceField(
        label=_("Show me in public"),
        choices=Display.choices,
        initial=Display.ANONYMOUS,
        empty_value=Display.ANONYMOUS,
        required=False,
        widget=forms.RadioSelect,
    )
    # A trap for robots: hidden from people, and who fills it in is thanked and forgotten.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    #: Rows of the form, top to bottom; those that a petition doesn't ask for are left out.
    ORDER = ("first_name", "last_name", "email", "country", "postcode", "organisation", "comment")

    use_required_attribute = False

    def __init__(self, *args, asks: dict, wordings: dict, **kwargs):
        super().__init__(*args, auto_id="campaign-%s", **kwargs)
        for name, asked in asks.items():
            if asked != Ask.OFF:
                self.fields[name] = ASKED[name](required=asked == Ask.REQUIRED)
        for purpose, (wording_id, words) in wordings.items():
            self.fields[f"consent_{purpose}"] = ConsentField(
                purpose=purpose, wording_id=wording_id, label=words
            )

    @property
    def typed(self) -> list:
        """The bound fields that a supporter types into, in order."""
        return [self[name] for name in self.ORDER if name in self.fields]

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
        return cleaned
