"""What an action is called in the admin: it has no title, its pages have."""

import swapper
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.coreutils import get_supported_content_language_variant


def titles(keys) -> dict:
    """Titles by action key, in one query: in the reader's language, else in the source language.

    An action whose page was deleted is left out: see ``title_of``.
    """
    pages = swapper.load_model("wagtailcore", "Page").objects
    rows = pages.filter(translation_key__in=set(keys)).values_list(
        "translation_key", "title", "locale__language_code", "alias_of"
    )
    language = readers_language()
    best = {}
    for key, title, spoken, alias_of in rows.order_by("pk"):
        rank = (spoken != language, alias_of is not None)
        if key not in best or rank < best[key][0]:
            best[key] = rank, title
    return {key: title for key, (_rank, title) in best.items()}


def title_of(action, known: dict | None = None) -> str:
    """The title of one action; ``known`` is what ``titles`` returned, if it was asked already."""
    known = titles([action.key]) if known is None else known
    return known.get(action.key) or _("Page deleted (no. %(number)s)") % {"number": action.pk}


def readers_language() -> str:
    """The language of the site's content that the reader reads, "" where it is none of them."""
    try:
        return get_supported_content_language_variant(get_language() or "")
    except LookupError:
        return ""
