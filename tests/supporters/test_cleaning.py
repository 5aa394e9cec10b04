"""Names and texts in any script, without what can't be seen."""

import unicodedata

import pytest

from wagtail_campaign.supporters.cleaning import (
    clean_line,
    clean_text,
    initial,
    looks_like_an_address,
)

NAMES = [
    "Aigül Şerikova",
    "Әйгүл Серікқызы",
    "Ұлдана Өтеғұлқызы",
    "Анна-Мария О’Нил",
    "محمد بن عبد الله",
    "علی‌رضا",  # with a zero-width non-joiner, as Persian is written
    "देवनागरी शर्मा",
    "श्री‍मान",  # with a zero-width joiner
    "ක්‍රිෂාන්",
    "王小明",
    "𠮷野家",
    "葛󠄀城",  # with a variation selector
    "김민준",
    "Nguyễn Thị Ánh",
    "שָׁלוֹם",
    "ཀརྨ་པ",
    "မောင်မောင်",
    "ไพบูลย์",
    "Björk",
    "X",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_all_scripts_stay_as_they_are(name):
    assert clean_line(name) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("name", NAMES)
def test_cleaning_twice_is_cleaning_once(name):
    dirty = f"\u202e {name}\u200b\u0301\u0301\u0301\u0301\u0301\u0301 "
    assert clean_line(clean_line(dirty)) == clean_line(dirty)
    assert unicodedata.is_normalized("NFC", clean_line(dirty))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Aigul \t Serikova\n", "Aigul Serikova"),
        ("Ai\0gul", "Aigul"),
        ("Ai\x07gul\x1b[0m", "Aigul[0m"),
        ("\u202eAigul\u202c\u2066x\u2069", "Aigulx"),
        ("A\u200bi\u2060g\ufeffu\u00adl", "Aigul"),
        ("A\u200di\u200cgul", "Aigul"),
        ("Aigul\u2028\u2029\u0085Serikova", "Aigul Serikova"),
        ("Aigul\u00a0\u3000Serikova", "Aigul Serikova"),
        ("Aigul\ud800", "Aigul"),
        ("Aigul\ue000\U000f0000\U0010ffff\ufffe", "Aigul"),
        ("Aigul\U000e0041\U000e007f", "Aigul"),
        ("\u3164\u115f\u1160\uffa0\u2800\u034f", ""),
        ("\u200b\u200b", ""),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
    ],
)
def test_what_cannot_be_seen_goes(typed, kept):
    cleaned = clean_line(typed)
    assert unicodedata.normalize("NFD", cleaned) == unicodedata.normalize("NFD", kept)
    assert unicodedata.is_normalized("NFC", cleaned)


def test_no_name_climbs_over_its_neighbours():
    zalgo = clean_line("Z" + "\u0316\u0301\u0488" * 20 + "a\u0301")
    assert zalgo.endswith("á")
    assert len(unicodedata.normalize("NFD", zalgo[:-1])) <= 2 + 4  # Ź and four more


def test_a_text_keeps_its_lines():
    assert clean_text("one\r\ntwo\rthree\n\n\n\n\nfour  five \n") == "one\ntwo\nthree\n\nfour five"
    assert clean_text("plain") == "plain"
    assert clean_text("a\u202eb\nc\0d") == "ab\ncd"
    assert clean_text("\n\n \n") == ""


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Serikova", "S"),
        ("Өтеғұлқызы", "Ө"),
        ("Şen", "Ş"),
        ("S\u0327\u0301en", "S\u0327\u0301"),
        ("शर्मा", "श"),
        ("किरण", "कि"),
        ("王", "王"),
        ("𠮷野", "𠮷"),
        ("김", "김"),
        ("", ""),
    ],
)
def test_an_initial_is_a_letter_with_its_marks(name, letter):
    assert initial(name) == letter


@pytest.mark.parametrize(
    "name", ["https://x.example", "WWW.x.example", "me@example.org", "Buy ftp://x"]
)
def test_advertisers_are_known_by_their_addresses(name):
    assert looks_like_an_address(name)


@pytest.mark.parametrize("name", [*NAMES, "J. R. R.", "Dr. Müller", "Anna: Maria", "a/b"])
def test_names_are_no_addresses(name):
    assert not looks_like_an_address(name)
