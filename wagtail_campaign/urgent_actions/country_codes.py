"""Countries by their codes, as records keep them. Their names are in ``supporters.countries``."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..supporters import countries


def codes_in(typed: str) -> list[str]:
    """Codes of countries or languages that somebody typed, with spaces, commas or semicolons
    between."""
    return typed.replace(",", " ").replace(";", " ").split()


def check_countries(codes: str) -> None:
    """Raises ``ValidationError`` where one of several codes is no country's."""
    for code in codes_in(codes.upper()):
        if code not in countries.codes():
            raise ValidationError(
                _("“%(code)s” is no code of a country: DE, KZ, US …"),
                code="country",
                params={"code": code},
            )


class CountryCodeField(models.CharField):
    """A country by its ISO 3166-1 alpha-2 code, chosen by name in forms."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 2, **kwargs})

    def formfield(self, **kwargs):
        from ..supporters.fields import AnyCountrySelect, CountryField

        kwargs |= {"widget": AnyCountrySelect}
        kwargs.pop("max_length", None)
        return super().formfield(form_class=CountryField, **kwargs)
