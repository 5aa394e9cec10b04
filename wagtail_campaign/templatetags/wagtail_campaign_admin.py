"""What the package's admin templates need beyond Wagtail's own tags."""

from django import template

from ..actions import words
from ..supporters import countries

register = template.Library()

register.filter("moment", words.moment)
register.filter("day", words.local_day)
register.filter("number", words.number)
register.filter("language_name", words.language)
register.filter("country_name", countries.name)
