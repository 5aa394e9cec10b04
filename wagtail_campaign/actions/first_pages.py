"""The first pages of a site: one of a kind, in every language, for editors to go on from."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import swapper
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.coreutils import find_available_slug
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site


@dataclass(frozen=True)
class FirstPage:
    """What is made of one kind.

    ``page_class`` is the mixin of its pages; ``words`` are ours by the names of fields (lazy
    translations), the title among them; ``streams`` what StreamFields begin with: by their names a
    function that is given a language and returns JSON.
    """

    page_class: type
    slug: str
    words: dict[str, str]
    streams: dict[str, Callable[[str], str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Done:
    """What was done about one page in one language. ``what``: "made", "published", "there" (it was,
    and is as it should be), "own" (the site has a page of that kind which isn't ours: nothing was
    done), "no type" (no page type of that kind may stand here), or "kept" (it stays a draft), with
    ``why``."""

    what: str
    title: str
    language: str
    page: Page | None = None
    why: str = ""


def make(site: Site, first: FirstPage, publish: bool) -> Iterator[Done]:
    """Makes the page below the front page of a site, and its translations; as drafts unless
    ``publish``. What is there stays as it is, but for drafts of ours that are to be published."""
    home = site.root_page.specific
    source, language = _find(home, first.page_class), home.locale.language_code
    words = words_in(first, language)
    if source is None:
        types = [m for m in home.creatable_subpage_models() if issubclass(m, first.page_class)]
        types = [model for model in types if model.can_create_at(home)]
        if not types:
            yield Done("no type", words["title"], language)
            return
        source = _add(home, types[0], first, words)
        yield _settled("made", source, publish)
    elif source.get_latest_revision_as_object().title != words["title"]:
        yield Done("own", source.title, language, source)
        return
    else:
        yield _settled("there", source, publish)
    for locale in _other_locales(home):
        said = {words[name]: text for name, text in words_in(first, locale.language_code).items()}
        for begins_with in first.streams.values():
            ours = _texts(json.loads(begins_with(language)))
            said |= zip(ours, _texts(json.loads(begins_with(locale.language_code))), strict=True)
        yield _settled(*_translated(source, locale, said), publish)


def words_in(first: FirstPage, language: str) -> dict[str, str]:
    """Our words in a language, by the names of fields."""
    with translation.override(language):
        return {name: str(words) for name, words in first.words.items()}


def _texts(blocks: list[dict]) -> list[str]:
    return [text for block in blocks for text in block["value"].values()]


def _find(home: Page, page_class: type) -> Page | None:
    """The first page of the kind in the language of the front page."""
    pages = home.get_descendants().type(page_class)
    page = pages.filter(locale=home.locale_id, alias_of=None).order_by("path").first()
    return page.specific if page else None


def _add(home: Page, model: type, first: FirstPage, words: dict[str, str]) -> Page:
    slug, fields = find_available_slug(home, first.slug), dict(words)
    for name, begins_with in first.streams.items():
        # A page type of the site's own need not have it.
        if name in {field.name for field in model._meta.fields}:
            fields[name] = begins_with(home.locale.language_code)
    page = model(slug=slug, locale=home.locale, live=False, **fields)
    home.add_child(instance=page)
    # A page type of the site's own may ask for more than we know: that is left to its editors.
    page.save_revision(clean=False)
    return page


def _other_locales(home: Page):
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return []
    return Locale.objects.exclude(pk=home.locale_id).order_by("pk")


def _translated(source: Page, locale: Locale, said: dict[str, str]) -> tuple[str, Page]:
    """The page in a language, translated where that is missing; an alias is none. ``said``: our
    words in the language of the source, and in this one."""
    there = source.get_translation_or_none(locale)
    if there and not there.alias_of_id:
        return "there", there
    if apps.is_installed("wagtail_localize"):
        _translate_with_localize(source, locale, said)
    else:
        _translate_by_hand(source, locale, there, said)
    return "made", source.get_translation(locale)


def _translate_with_localize(source: Page, locale: Locale, said: dict[str, str]) -> None:
    """As an editor does, who then finds our words in the editor of the translation."""
    from wagtail_localize.models import Translation, TranslationSource

    original, _created = TranslationSource.update_or_create_from_instance(source)
    translated, _created = Translation.objects.get_or_create(source=original, target_locale=locale)
    catalogue = translated.export_po()
    for entry in catalogue:
        entry.msgstr = said.get(entry.msgid, "")
    translated.import_po(catalogue)
    # A page type that asks for more gets them once its editor fills it in.
    with suppress(ValidationError):
        translated.save_target(publish=False)


def _translate_by_hand(source: Page, locale: Locale, alias: Page | None, said: dict) -> None:
    if alias:
        swapper.load_model("wagtailcore", "Page").objects.filter(pk=alias.pk).update(alias_of=None)
        page = type(source).objects.get(pk=alias.pk)
    else:
        page = source.copy_for_translation(locale, copy_parents=True)
    for each in page._meta.fields:
        value = each.value_from_object(page)
        if isinstance(each, StreamField):
            setattr(page, each.name, json.dumps(_reworded(value.get_prep_value(), said)))
        elif isinstance(value, str):
            setattr(page, each.name, said.get(value, value))
    page.save_revision(clean=False)


def _reworded(value, said: dict[str, str]):
    """What a StreamField is stored as, with each of our texts in another language."""
    if isinstance(value, dict):
        return {name: _reworded(inner, said) for name, inner in value.items()}
    if isinstance(value, list):
        return [_reworded(inner, said) for inner in value]
    return said.get(value, value) if isinstance(value, str) else value


def _settled(what: str, page: Page, publish: bool) -> Done:
    """What was done, after publishing what has yet to be."""
    written, why = page.get_latest_revision_as_object(), ""
    if publish and not page.live:
        try:
            written.full_clean()
        except ValidationError as error:
            said = error.message_dict.items()
            what, why = "kept", "; ".join(f"{name}: {' '.join(texts)}" for name, texts in said)
        else:
            page.get_latest_revision().publish()
            what, written = "published", page.get_latest_revision_as_object()
    return Done(what, written.title, written.locale.language_code, written, why)
