"""The Russian and Kazakh catalogues: complete, up to date, and in the letters of their language."""

import re
import shutil

import django
import polib
import pytest
import wagtail
from django.apps import apps

from tools import catalogues
from wagtail_campaign import django_messages

LANGUAGES = ["ru", "kk"]
#: Plural forms that each language must have, as Django's own catalogues.
FORMS = {"ru": 4, "kk": 2}
#: Words that may stay in Latin letters.
LATIN = {
    "XLSX",
    # Names of other software, of formats and of a header.
    *("API", "CRM", "OSDI", "Standard", "Token", "Wagtail", "Webhooks", "WordPress"),
    "ally.example.org",
    "Atom",
    "UTC",
    "HTML",
    "CSV",
    "JSON",
    "QR",
    "PDF",
    "Stripe",
    "stripe.com",
    "privacy",
    "WAGTAIL_CAMPAIGN_MAIL_FROM",
    "manage.py",
    "campaign_reconcile",
    "via",
    # The columns of a file of gifts, and what stands in one.
    *("date", "amount", "currency", "first_name", "last_name", "public", "note", "yes", "no"),
    # And of a file of sponsors.
    *("kind", "name", "name_ru", "type", "country", "language", "role", "organisation"),
    *("speaks_for", "website", "members", "quote", "email", "authority"),
    "TXT",
    "eml",
    "cookie",
    "campaign_work",
    "name@example.org",
    # Codes of languages and countries, and a placeholder.
    "kk",
    "ru",
    "en",
    "AT",
    "LI",
    "KZ",
    "DE",
    "US",
    "person",
    # How files are encoded, links begin and keys look.
    "UTF",
    "https",
    "kz",
    "embassy",
    "berlin",
    # Examples of what rules look for.
    "bot",
    "example.org",
    "test",
}
#: A sponsor would be a financier, these words for an urgent action read as a sale, and nobody says
#: this passive of "cancel".
NEVER = re.compile(r"спонсор|демеуші|срочн\w+ акци|шұғыл акция|болдырыл", re.IGNORECASE)
LETTERS = {
    "ru": set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "kk": set("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%%")
CYRILLIC = re.compile(r"[\u0400-\u052f]")

PATHS = [path for source in catalogues.SOURCES for path in catalogues.catalogues(source)]
OWN = catalogues.SOURCES[0]


def said(entry) -> list[str]:
    """The translation, in every form that it has."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def words(text: str) -> list[str]:
    """The words of a translation, without its placeholders."""
    return re.findall(r"[^\W\d][\w@.]*\w|[^\W\d]", PLACEHOLDER.sub(" ", text))


@pytest.fixture(params=PATHS, ids=lambda path: "-".join(path.parts[-5:-4] + path.parts[-3:-2]))
def path(request):
    return request.param


@pytest.fixture
def language(path):
    return path.parts[-3]


@pytest.fixture
def catalogue(path):
    return polib.pofile(path)


def wrong(catalogue, is_wrong) -> list[str]:
    """The texts of which some form is wrong."""
    return [entry.msgid for entry in catalogue if any(is_wrong(text) for text in said(entry))]


def test_everything_is_translated(catalogue):
    assert catalogue.untranslated_entries() == []
    assert catalogue.fuzzy_entries() == []
    assert catalogue.obsolete_entries() == []
    assert wrong(catalogue, lambda text: not text.strip()) == []


def test_nothing_stayed_in_english(catalogue):
    assert [entry.msgid for entry in catalogue if entry.msgid in said(entry)] == []
    latin = re.compile(r"[a-z]", re.IGNORECASE)
    left = wrong(
        catalogue, lambda text: any(latin.match(w) and w not in LATIN for w in words(text))
    )
    assert left == []


def test_compiled_is_what_was_written(path, catalogue):
    compiled = polib.mofile(path.with_suffix(".mo"))
    assert catalogues.texts(compiled) == catalogues.texts(catalogue)


@pytest.mark.skipif(not shutil.which("xgettext"), reason="needs gettext")
@pytest.mark.parametrize("source", catalogues.SOURCES, ids=lambda source: source.name)
def test_every_text_of_the_sources_is_in_them_and_no_other(source, monkeypatch):
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
    assert list(catalogues.check_extracted(source)) == []


def test_plurals_have_all_their_forms(catalogue, language):
    assert f"nplurals={FORMS[language]};" in catalogue.metadata["Plural-Forms"]
    for entry in catalogue:
        if entry.msgid_plural:
            assert sorted(entry.msgstr_plural) == list(range(FORMS[language])), entry.msgid
            # The noun after a Kazakh number never changes.
            assert language != "kk" or len(set(said(entry))) == 1, entry.msgid


def test_placeholders_are_those_of_the_source(catalogue):
    for entry in catalogue:
        for text in said(entry):
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(entry.msgid)), text


def test_no_word_mixes_alphabets(catalogue):
    def mixed(word):
        letters = [letter for letter in word if letter.isalpha()]
        return any(map(CYRILLIC.match, letters)) and not all(map(CYRILLIC.match, letters))

    assert wrong(catalogue, lambda text: any(map(mixed, words(text)))) == []


def test_only_letters_of_the_language_are_used(catalogue, language):
    assert (
        wrong(catalogue, lambda text: set(CYRILLIC.findall(text.lower())) - LETTERS[language]) == []
    )


def test_quotes_are_those_of_the_language(catalogue):
    assert wrong(catalogue, lambda text: set(text) & set("\"'“”‘’„`")) == []
    assert wrong(catalogue, lambda text: text.count("«") != text.count("»")) == []


def test_a_dash_begins_no_line(catalogue):
    assert wrong(catalogue, lambda text: " —" in text) == []


def test_some_words_are_never_used(catalogue):
    assert wrong(catalogue, NEVER.search) == []


def test_the_reader_is_addressed_with_respect(path, catalogue, language):
    """Kazakh: Сіз. Russian: «вы» in the interface, «Вы» in mails."""
    if language == "kk":
        small = r"\bсіз(?:ді|ге|де|ден|дің|бен|дер\w*|дікі)?\b"
        assert wrong(catalogue, re.compile(small).search) == []
    elif OWN in path.parents:
        small = re.compile(r"\b(?:вы|вас|вам|вами|ваш\w*)\b")
        inside = re.compile(r"(?<!^)(?<![.!?:] )\b(?:Вы|Вас|Вам|Вами|Ваш\w*)\b")
        for entry in catalogue:
            places = [place for place, _line in entry.occurrences]
            in_mails = any("/mails/" in place for place in places)
            for text in said(entry):
                assert not (small if in_mails else inside).search(text), text


def test_ours_change_no_word_of_django_or_wagtail():
    """The catalogue of an app wins over those after it: other meanings need a context."""
    own = {e.msgid: e.msgstr for e in polib.pofile(PATHS[0]) if e.msgctxt is None}
    deliberate = {str(message) for message in django_messages.MESSAGES}
    folders = [django.__path__[0] + "/conf"]
    folders += [a.path for a in apps.get_app_configs() if a.path.startswith(wagtail.__path__[0])]
    changed = set()
    for folder in folders:
        for path in catalogues.Path(folder).glob("locale/ru/LC_MESSAGES/django.mo"):
            changed |= {
                (entry.msgid, own[entry.msgid], entry.msgstr)
                for entry in polib.mofile(path)
                if entry.msgid in own
                and entry.msgctxt is None
                and entry.msgid not in deliberate
                and entry.msgstr.lower() != own[entry.msgid].lower()
            }
    assert changed == set()
