"""The bar that leads to the demo inbox, and what the inbox needs to show a mail."""

from datetime import UTC, datetime

from babel.dates import format_datetime, format_timedelta
from django import template
from django.conf import settings
from django.utils import translation

from example_project.demo_inbox import store

register = template.Library()

# The HTML of a mail is shown in a frame of its own: no script, nothing loaded from anywhere,
# and its links open in the window.
FRAME_HEAD = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    'style-src \'unsafe-inline\'; img-src data:"><base target="_top">'
)


@register.inclusion_tag("demo_inbox/bar.html")
def demo_bar():
    """A line above the site that says how much mail it has sent; nothing outside the demo."""
    return inbox_context()


@register.inclusion_tag("demo_inbox/hint.html")
def demo_hint():
    """What to do where the site says "check your mail"; nothing outside the demo."""
    return inbox_context()


def inbox_context() -> dict:
    if not hasattr(settings, "DEMO_INBOX_FOLDER"):
        return {}
    return {
        "shown": True,
        "count": len(store.ids()),
        "language": translation.get_language(),
        "ally": settings.ALLY_ORIGIN,
    }


@register.filter
def in_frame(html):
    """The HTML of a mail as the content of its frame."""
    return FRAME_HEAD + html


@register.filter
def language_name(code):
    """A language by its own name: "kk" is "Қазақша"."""
    return dict(settings.LANGUAGES).get(code, code)


@register.filter
def how_long_ago(moment):
    """ "3 minutes ago", in the language of the page."""
    past = moment - datetime.now(UTC)
    return format_timedelta(past, add_direction=True, locale=translation.get_language())


@register.filter
def moment(value):
    """Date and time in UTC, in the language of the page."""
    return format_datetime(value, "medium", tzinfo=UTC, locale=translation.get_language())
