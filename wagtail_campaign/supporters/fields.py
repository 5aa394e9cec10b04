"""Form fields for what people say of themselves, cleaned and limited the same in every slice."""

from functools import lru_cache

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from . import addresses, consents, countries
from .cleaning import clean_line, clean_text, looks_like_an_address

SELECTED = mark_safe(" selected")


class SharedFields(dict):
    """The fields of a form that are made once for all who send it, and so are never changed.

    Django copies the fields for every form; for a signature that was a tenth of the whole cost.
    """

    def __deepcopy__(self, memo):
        return dict(self)


class LineField(forms.CharField):
    """One line of text, cleaned of what can't be seen."""

    def to_python(self, value):
        return clean_line(super().to_python(value))


class NameField(LineField):
    """A name in any script, without web addresses."""

    default_error_messages = {"address": _("Please enter a name without a web address.")}

    def validate(self, value):
        super().validate(value)
        if value and looks_like_an_address(value):
            raise ValidationError(self.error_messages["address"], code="address")


class CommentField(forms.CharField):
    """Several lines of text."""

    widget = forms.Textarea

    def to_python(self, value):
        return clean_text(super().to_python(value))


class AddressField(forms.CharField):
    """An e-mail address, internationalised ones included; see ``addresses.clean_address``."""

    widget = forms.EmailInput
    default_error_messages = {
        "invalid": _("Please enter your e-mail address like this: name@example.org"),
        "letters": _(
            "We can’t write to addresses with letters like these before the @ yet."
            " Please use another one."
        ),
    }

    def __init__(self, **kwargs):
        super().__init__(max_length=addresses.MAX_LENGTH, **kwargs)

    def to_python(self, value):
        value = clean_line(super().to_python(value))
        if not value or len(value) > addresses.MAX_LENGTH:
            return value
        try:
            return addresses.clean_address(value)
        except addresses.LettersBeforeTheAt:
            raise ValidationError(self.error_messages["letters"], code="letters") from None
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class CountrySelect(forms.Select):
    """All countries in the reader's language, listed only when the form is drawn; without Django's
    template for each option, which took eight times as long."""

    empty = _("Choose your country")

    def render(self, name, value, attrs=None, renderer=None):
        attrs = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        options = _options(get_language() or "en")
        if str(value) in countries.codes():
            options = mark_safe(options.replace(f'"{value}"', f'"{value}" selected', 1))
        empty = format_html('<option value=""{}>{}</option>', "" if value else SELECTED, self.empty)
        return format_html("<select{}>{}{}</select>", flatatt(attrs), empty, options)


@lru_cache(maxsize=16)
def _options(language: str) -> SafeString:
    """The countries as they are drawn while none is chosen: that took a third of drawing a form."""
    return format_html_join("", '<option value="{}">{}</option>', countries.choices(language))


class AnyCountrySelect(CountrySelect):
    """The same where it isn't the country of who chooses."""

    empty = _("Choose a country")


class CountryField(forms.CharField):
    """A country by its code. No ChoiceField: that copies 249 names for every form (0.7 ms)."""

    widget = CountrySelect
    default_error_messages = {"invalid": _("Please choose a country from the list.")}

    def widget_attrs(self, widget):
        # A select has no maxlength.
        return {}

    def validate(self, value):
        super().validate(value)
        if value and value not in countries.codes():
            raise ValidationError(self.error_messages["invalid"], code="invalid")


class Box(forms.CheckboxInput):
    """A checkbox that is sent with a value of its own, not as true or false."""

    def value_from_datadict(self, data, files, name):
        return data.get(name, "")


class ConsentField(forms.Field):
    """A box to tick for one wording. Its value is the wording's id, so that what is recorded is
    what was shown, even from a page that a cache kept; unticked it is ""."""

    default_error_messages = {
        "changed": _("The words beside this box have changed. Please read them once more.")
    }

    def __init__(self, *, purpose: str, wording_id: str, **kwargs):
        self.purpose, self.wording_id = purpose, wording_id
        super().__init__(required=False, **kwargs)
        self.widget = Box(attrs={"value": wording_id})

    def to_python(self, value):
        value = str(value or "")
        if value and value != self.wording_id and not consents.is_kept(self.purpose, value):
            raise ValidationError(self.error_messages["changed"], code="changed")
        return value


class TickField(forms.Field):
    """A box to tick. Its value is True, or None where it wasn't."""

    TICKED = "yes"

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget = Box(attrs={"value": self.TICKED})

    def to_python(self, value):
        return value == self.TICKED or None
