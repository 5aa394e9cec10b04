"""Names of sponsors as they are compared, sorted and searched: the same in every script and on
every database. SQLite, for one, knows no small letters but those of ASCII."""

import hashlib
import unicodedata

#: Between the names of an entry, so that a whole name can be looked for.
FENCE = "\n"
MAX_SORTED = 120


def fold(text: str) -> str:
    """A text as it is searched: compatible forms and cases alike, spaces once."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(folded.replace("ё", "е").split())


def bare(name: str) -> str:
    """A name by which two spellings of one organisation are the same: letters, with their marks,
    and digits only."""
    folded = fold(name)
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in folded)
    return " ".join("".join(kept).split()) or folded


def listed_key(name: str, country: str) -> str:
    """What is unique with a list while an organisation is on it: 64 hex digits."""
    return hashlib.sha256(f"{country}\n{bare(name)}".encode()).hexdigest()


def search_text(names: list[str], more: list[str]) -> str:
    """What an entry is found by: each name between fences, bare, then all of it as it is said."""
    bared = dict.fromkeys(filter(None, map(bare, names)))
    said = FENCE.join(filter(None, map(fold, [*names, *more])))
    return f"{FENCE}{FENCE.join(bared)}{FENCE}{FENCE}{said}"


def words_of(query: str) -> list[str]:
    """The words that an entry has to have, all of them."""
    return fold(query).split()


def sort_key(name: str) -> str:
    """What entries are sorted by."""
    return bare(name)[:MAX_SORTED]
