"""A form as JSON Schema (draft 2020-12), so that a front end can draw it without knowing it.

Beside what the standard knows (``title``: the label, ``description``: the help, ``required``,
``minLength``, ``maxLength``, ``format``, ``oneOf`` with a ``const`` and a ``title`` for each
choice, ``const`` of a box: what is sent where it is ticked), each field has

``x-widget``        "text", "email", "textarea", "select", "radio", "checkboxes", "checkbox",
                    "hidden" (its ``default`` is sent as it is)
``x-autocomplete``  what browsers fill in by themselves (HTML's ``autocomplete``), where there is it
``x-consent``       the purpose of a consent: its box is never ticked by the front end
``x-when``          {name: value} of other fields: it is of use only while those have these values
``default``         what stands in it at first; without one nothing is chosen

and the form has ``x-order``, the names of its fields from top to bottom.
"""

from django import forms

from ..supporters import countries
from ..supporters.fields import AddressField, ConsentField, CountryField, TickField

DRAFT = "https://json-schema.org/draft/2020-12/schema"
#: The trap for robots isn't for people, and no front end has it.
TRAP = "website"
WIDGETS = {
    forms.CheckboxSelectMultiple: "checkboxes",
    forms.RadioSelect: "radio",
    forms.Select: "select",
    forms.Textarea: "textarea",
    forms.EmailInput: "email",
    forms.CheckboxInput: "checkbox",
    forms.HiddenInput: "hidden",
}


def describe(form: forms.Form, language: str) -> dict:
    """The schema of a form, its words in the language that is active; ``language`` is that of the
    names of countries."""
    names = [name for name in form.fields if name != TRAP]
    return {
        "$schema": DRAFT,
        "type": "object",
        "properties": {name: _field(form, name, language) for name in names},
        "required": [name for name in names if form.fields[name].required],
        "x-order": names,
    }


def _field(form: forms.Form, name: str, language: str) -> dict:
    field = form.fields[name]
    said = {
        "title": str(form[name].label),
        "description": str(form[name].help_text),
        **_type(field, language),
        "x-widget": _widget(field.widget),
        "x-autocomplete": field.widget.attrs.get("autocomplete"),
        "x-when": getattr(field, "when", None),
    }
    said = {key: value for key, value in said.items() if value not in ("", None)}
    default = _initial(form, name)
    return said if default is None else said | {"default": default}


def _type(field: forms.Field, language: str) -> dict:
    match field:
        case ConsentField():
            return {"type": "string", "const": field.wording_id, "x-consent": field.purpose}
        case TickField():
            return {"type": "string", "const": field.TICKED}
        case forms.BooleanField():
            return {"type": "boolean"}
        case CountryField():
            return {"type": "string", "oneOf": _choices(countries.choices(language))}
        case forms.MultipleChoiceField():
            items = {"oneOf": _choices(field.choices)}
            return {"type": "array", "items": items, "uniqueItems": True}
        case forms.ChoiceField():
            return {"type": "string", "oneOf": _choices(field.choices)}
        case forms.IntegerField():
            limits = {"minimum": field.min_value, "maximum": field.max_value}
            return {"type": "integer", **{k: v for k, v in limits.items() if v is not None}}
        case AddressField():
            return {"type": "string", "format": "email", "maxLength": field.max_length}
        case forms.CharField():
            limits = {"minLength": field.min_length, "maxLength": field.max_length}
            return {"type": "string", **{k: v for k, v in limits.items() if v is not None}}
    return {"type": "string"}


def _choices(choices) -> list[dict]:
    return [{"const": str(value), "title": str(words)} for value, words in choices]


def _widget(widget: forms.Widget) -> str:
    return next((said for kind, said in WIDGETS.items() if isinstance(widget, kind)), "text")


def _initial(form: forms.Form, name: str):
    field = form.fields[name]
    value = form.get_initial_for_field(field, name)
    if value in ("", None):
        # Nothing stands in it, unless a choice says what nothing is: as browsers have it.
        choices = getattr(field, "choices", ())
        return "" if any(choice == "" for choice, _words in choices) else None
    return value if isinstance(value, bool | int | list) else str(value)
