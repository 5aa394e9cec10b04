"""What the site's templates need: the frame of the page, dates in words, the card of a page."""

from babel.dates import format_date
from django import template
from django.utils.translation import get_language

from example_project.site_content import cards, frame

register = template.Library()

# The campaign is international, and so is its English: 20 November 2026.
LOCALES = {"en": "en_GB"}


@register.filter
def longdate(date):
    """A date in words, in the language of the page: Django has no Kazakh dates."""
    language = get_language()
    return format_date(date, "long", locale=LOCALES.get(language, language))


@register.simple_tag(takes_context=True)
def site_frame(context) -> frame.Frame:
    """The frame of a page, or of a view that has none. Error pages must render all the same."""
    return frame.frame_of(context.get("request"), context.get("page"))


@register.simple_tag
def card_url(page, name: str) -> str:
    """The address of the picture that goes with shared links to a page; ``name``: of the site."""
    return cards.address(page, name)
