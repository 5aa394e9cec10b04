"""Targets and embassies as rows of a table, for files: a row each, with a column for each cell.

``office_ru`` is the office in Russian, ``contact_2_value`` the address of the second contact. What
the columns mean is in docs/reference/targets-csv.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Max

from ...actions.reading import lines
from ...actions.spreadsheets import safe
from ..languages import best_of
from .contacts import Contact, ContactState
from .missions import Mission
from .targets import Target, TargetWords

OWN = ("key", "kind", "country", "host", "covers", "reads", "in_use")
WORDS = ("office", "name", "salutation", "address")
CONTACT = ("way", "value", "source", "verified", "state")
#: What stands in the column "kind" of a target that is no embassy.
PLAIN = "target"
YES, NO = "yes", "no"
#: So many contacts of one target can stand in a file.
MOST_CONTACTS = 20
BATCH = 500

OF_WORDS = re.compile(rf"({'|'.join(WORDS)})_([a-z]{{2,3}}(?:-[a-z0-9]{{2,8}})*)")
OF_CONTACT = re.compile(rf"contact_([1-9][0-9]?)_({'|'.join(CONTACT)})")


@dataclass
class Entry:
    """A target or embassy as a file has it; "words" by language."""

    key: str = ""
    kind: str = PLAIN
    country: str = ""
    host: str = ""
    covers: str = ""
    reads: str = ""
    in_use: bool = True
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    contacts: list[dict] = field(default_factory=list)

    @property
    def model(self) -> type[Target]:
        """Which record it is."""
        return Target if self.kind == PLAIN else Mission

    @property
    def title(self) -> str:
        """Its office, as the reader knows it."""
        return (best_of(self.words) or {}).get("office", "")


def is_column(name: str) -> bool:
    """Whether there can be a column of that name."""
    contact = OF_CONTACT.fullmatch(name)
    if contact:
        return int(contact[1]) <= MOST_CONTACTS
    return name in OWN or bool(OF_WORDS.fullmatch(name))


def entry_of(target: Target) -> Entry:
    """A target as a file has it; "words" and "contacts" are prefetched, "mission" selected."""
    mission = target if isinstance(target, Mission) else getattr(target, "mission", None)
    return Entry(
        key=target.key,
        kind=mission.kind if mission else PLAIN,
        country=target.country,
        host=mission.host if mission else "",
        covers=" ".join(mission.covered) if mission else "",
        reads=" ".join(target.languages),
        in_use=target.is_active,
        words={
            words.language: {part: lines(getattr(words, part)) for part in WORDS}
            for words in target.words.all()
        },
        contacts=[
            {
                "way": contact.kind,
                "value": contact.value,
                "source": contact.source,
                "verified": contact.verified_on,
                "state": contact.state,
            }
            for contact in target.contacts.all()
        ],
    )


def cells_of(entry: Entry) -> dict[str, str]:
    """An entry as {column: text}, without columns in which it has nothing."""
    cells = {name: getattr(entry, name) for name in OWN} | {"in_use": YES if entry.in_use else NO}
    for language, words in entry.words.items():
        cells |= {f"{part}_{language}": text for part, text in words.items()}
    for number, contact in enumerate(entry.contacts, 1):
        cells |= {f"contact_{number}_{part}": said(contact[part]) for part in CONTACT}
    return {name: text for name, text in cells.items() if text}


def said(value: str | date | None) -> str:
    """A cell of a contact as text."""
    return value.isoformat() if isinstance(value, date) else value or ""


def rows(targets) -> Iterator[list[str]]:
    """A heading, and a row for each target of a queryset, with nothing that is a formula."""
    columns = _columns(targets)
    yield columns
    after = 0
    targets = targets.prefetch_related("words", "contacts").order_by("pk")
    while batch := list(targets.filter(pk__gt=after)[:BATCH]):
        for target in batch:
            cells = cells_of(entry_of(target))
            yield [safe(cells.get(column, "")) for column in columns]
        after = batch[-1].pk


def _columns(targets) -> list[str]:
    ids = targets.order_by().values("pk")
    languages = TargetWords.objects.filter(target__in=ids).order_by()
    languages = sorted(set(languages.values_list("language", flat=True)))
    counts = Contact.objects.filter(target__in=ids).order_by().values("target")
    most = counts.annotate(number=Count("pk")).aggregate(most=Max("number"))["most"] or 0
    return [
        *OWN,
        *(f"{part}_{language}" for language in languages for part in WORDS),
        *(f"contact_{n}_{part}" for n in range(1, most + 1) for part in CONTACT),
    ]


#: The states as files name them.
STATES = tuple(ContactState.values)
