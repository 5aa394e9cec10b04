"""The form fields of an entry, cleaned and limited the same for sponsors, editors and files."""

import re
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_content_languages

from ..actions import words
from ..actions.forms import ASKED, text
from ..supporters.cleaning import clean_line, looks_like_an_address
from ..supporters.fields import CommentField, NameField
from . import domains

MOST_MEMBERS = 1_000_000_000
FOR_IT = "yes"


class WebsiteField(forms.CharField):
    """The address of a web site, by its name on the internet; "https://" may be left out."""

    default_error_messages = {
        "invalid": _("Please enter the web site like this: https://example.org")
    }

    def to_python(self, value):
        value = clean_line(super().to_python(value))
        if not value:
            return value
        value = value if "://" in value else f"https://{value}"
        try:
            URLValidator(schemes=["http", "https"])(value)
            parts = urlsplit(value)
        except (ValidationError, ValueError):
            parts = None
        if parts is None or "@" in parts.netloc or not domains.host_of(value):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return value


class MembersField(forms.IntegerField):
    """A number of people, with or without spaces or signs between thousands."""

    def to_python(self, value):
        if isinstance(value, str):
            value = re.sub(r"(?<=\d)[\s.,'’](?=\d{3}(?!\d))", "", value)
        return super().to_python(value)


class QuoteField(CommentField):
    """A word of support, without web addresses."""

    def validate(self, value):
        super().validate(value)
        if value and looks_like_an_address(value):
            raise ValidationError(_("Please write it without a web address."), code="address")


def website(**kwargs) -> WebsiteField:
    """The web site of an organisation."""
    return WebsiteField(
        label=_("Web site"),
        max_length=200,
        widget=forms.URLInput(attrs={"autocomplete": "url", "inputmode": "url"}),
        error_messages={"required": _("Please enter the web site of the organisation.")},
        **kwargs,
    )


def members(**kwargs) -> MembersField:
    """How many people an organisation stands for."""
    return MembersField(
        label=_("Number of members"),
        min_value=1,
        max_value=MOST_MEMBERS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": _("Please enter how many members the organisation has."),
            "invalid": _("Please enter a number."),
        },
        **kwargs,
    )


def role(**kwargs) -> NameField:
    """What a person is or does."""
    return NameField(
        label=_("Role or profession"),
        max_length=120,
        widget=text("organization-title"),
        help_text=_("For example: member of parliament, miner, writer."),
        error_messages={
            "required": _("Please enter your role or profession."),
            "address": _("Please write it without a web address."),
        },
        **kwargs,
    )


def organisation(**kwargs) -> NameField:
    """Where a person belongs."""
    return NameField(
        label=_("Organisation"),
        max_length=120,
        widget=text("organization"),
        error_messages={"required": _("Please enter the name of your organisation.")},
        **kwargs,
    )


def quote(**kwargs) -> QuoteField:
    """A word of support."""
    return QuoteField(
        label=_("A word of support"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Two or three sentences, published with the name."),
        error_messages={"required": _("Please write a word of support.")},
        **kwargs,
    )


def name(label, **kwargs) -> NameField:
    """A name, as it is published."""
    return NameField(
        label=label,
        max_length=200,
        widget=text("organization"),
        error_messages={"required": _("Please enter the name.")},
        **kwargs,
    )


def type_choice(types: list, **kwargs) -> forms.ChoiceField:
    """Which of the page's types it is."""
    return forms.ChoiceField(
        label=pgettext_lazy("sponsor", "Type"),
        choices=[("", _("Please choose")), *((each.uuid, each.name) for each in types)],
        error_messages={
            "required": _("Please choose what type it is."),
            "invalid_choice": _("Please choose a type from the list."),
        },
        **kwargs,
    )


def speaks_for(**kwargs) -> forms.ChoiceField:
    """Whether a person speaks for the organisation."""
    return forms.ChoiceField(
        label=_("I lend my name"),
        choices=[("", _("In a personal capacity")), (FOR_IT, _("For the organisation"))],
        required=False,
        widget=forms.RadioSelect,
        **kwargs,
    )


def names(but: str) -> dict[str, NameField]:
    """A field for the name in each language of the site but one: {"name_kk": field}."""
    return {
        f"name_{code}": NameField(
            label=gettext("Name (%(language)s)") % {"language": words.language(code)},
            max_length=200,
            required=False,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
        for code in get_content_languages()
        if code != but
    }


#: Those that a list can switch: see ``SponsorList.ASKED``.
SWITCHED = {
    "country": ASKED["country"],
    "role": role,
    "organisation": organisation,
    "site": website,
    "members": members,
    "quote": quote,
}
