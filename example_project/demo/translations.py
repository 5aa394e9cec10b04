"""The demo in Russian and Kazakh, made as an editor makes it: by translations of wagtail-localize.

The words come from ``content/ru.po`` and ``content/kk.po``, by their English original, so that the
editor finds every string in the admin as if somebody had typed it there.
"""

from pathlib import Path

import polib
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from ..site_content.models import ArticleCategory

CONTENT = Path(__file__).parent / "content"


class Untranslated(Exception):
    """A text of the demo has no translation."""


def create(language: str, translator) -> None:
    """Translates every English page and category that has no translation yet, and publishes it.

    Raises ``Untranslated`` for a missing text. Not to be called in a transaction: the translations
    are published by its end, and would forget the pages that were put under them meanwhile.
    """
    locale, _ = Locale.objects.get_or_create(language_code=language)
    words = {entry.msgid: entry.msgstr for entry in polib.pofile(str(CONTENT / f"{language}.po"))}
    for original in originals():
        if not original.has_translation(locale):
            translate(original, locale, words, translator)


def originals() -> list:
    """All that is translated: categories, then pages, parents before their children."""
    english = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    pages = Page.objects.filter(locale=english, depth__gt=1).order_by("path")
    return [*ArticleCategory.objects.filter(locale=english), *pages.specific()]


def translate(original, locale, words: dict, translator) -> None:
    """One translation, published."""
    source = source_of(original)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale)
    catalogue = translation.export_po()
    for entry in catalogue:
        entry.msgstr = translated(entry, locale.language_code, words)
    translation.import_po(catalogue, user=translator)
    translation.save_target(user=translator)


def source_of(original) -> TranslationSource:
    """What is to be translated of it; the first language finds that out for all."""
    try:
        return TranslationSource.objects.get_for_instance(original)
    except ObjectDoesNotExist:
        return TranslationSource.update_or_create_from_instance(original)[0]


def translated(entry, language: str, words: dict) -> str:
    """The words for one string. Addresses stay the same in all languages, but for the front page's:
    the front pages lie side by side, so each needs an address of its own."""
    if entry.msgctxt == "slug":
        return f"home-{language}" if entry.msgid == "home" else entry.msgid
    if not words.get(entry.msgid):
        raise Untranslated(f"{language}: {entry.msgid}")
    return words[entry.msgid]
