"""Targets from a file: what it would change, and changing it, all or nothing.

A row is known by its key. What has no key, or one that nobody has yet, is new. Columns that the
file doesn't have stay as they are, and so do targets that aren't in it.
"""

import hashlib
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ...actions import logs
from ...actions.reading import MOST_PROBLEMS, Outdated, Problem, Table
from ..models import Delivery, Letter
from . import verbs as contact_verbs
from .contacts import Contact, ContactState
from .missions import Mission
from .row_reading import entry_from
from .rows import BATCH, CONTACT, OF_CONTACT, WORDS, Entry, cells_of, entry_of, lines
from .targets import KEY, Target, TargetWords, new_key


@dataclass
class Change:
    """What a row does: "was" is the target that it changes, None for a new one; "cells" are
    (column, before, after) of what differs."""

    row: int
    entry: Entry
    was: Target | None
    cells: list[tuple[str, str, str]]


@dataclass
class Plan:
    """What a file would do; nothing of it where there are problems."""

    problems: list[Problem] = field(default_factory=list)
    made: list[Change] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    unchanged: int = 0

    @property
    def digest(self) -> str:
        """What the user agrees to: the same plan has the same."""
        changes = [*self.made, *self.changed]
        told = repr([(c.row, c.was and c.was.pk, c.cells) for c in changes])
        return hashlib.sha256(told.encode()).hexdigest()


def plan(table: Table, may) -> Plan:
    """What a table would do. ``may(verb, model)``: whether the user may "add" or "change"."""
    known = _known(table)
    found, seen = Plan(), {}
    for row, cells in table.rows:
        key = cells.get("key", "")
        if key and key in seen:
            said = _("Row %(row)s has the same key.") % {"row": seen[key]}
            found.problems.append(Problem(row, "key", said))
            continue
        seen[key] = row
        was = known.get(key) if key else None
        before = cells_of(entry_of(was)) if was else {}
        entry, problems = entry_from(row, _whole(before, cells, table.columns))
        found.problems += problems or _forbidden(row, entry, was, may)
        after = cells_of(entry)
        differing = [
            (name, before.get(name, ""), after.get(name, ""))
            for name in dict.fromkeys([*before, *after])
            if before.get(name) != after.get(name)
        ]
        change = Change(row, entry, was, differing)
        if was is None:
            found.made.append(change)
        elif differing:
            if not may("change", entry.model):
                said = _("You may not change it.")
                found.problems.append(Problem(row, "key", said))
            found.changed.append(change)
        else:
            found.unchanged += 1
    found.problems = found.problems[:MOST_PROBLEMS]
    return found


def _keys(table: Table) -> set[str]:
    # Not every database can be asked for what no key can be.
    return {key for _row, cells in table.rows if KEY.fullmatch(key := cells.get("key") or "")}


def _known(table: Table) -> dict[str, Target]:
    targets = Target.objects.filter(key__in=_keys(table)).select_related("mission")
    return {target.key: target for target in targets.prefetch_related("words", "contacts")}


def _whole(before: dict[str, str], cells: dict[str, str], columns: list[str]) -> dict[str, str]:
    """A row with what the file doesn't say from the record. Contacts are said all or not at all."""
    if any(OF_CONTACT.fullmatch(column) for column in columns):
        before = {name: text for name, text in before.items() if not OF_CONTACT.fullmatch(name)}
    return {**before, **cells}


def _forbidden(row: int, entry: Entry, was: Target | None, may) -> list[Problem]:
    if was is None:
        if may("add", entry.model):
            return []
        return [Problem(row, "kind", _("You may not add one of that kind."))]
    if (entry.model is Mission) != hasattr(was, "mission"):
        return [Problem(row, "kind", _("A target can’t become an embassy, nor the other way."))]
    return []


def carry_out(table: Table, may, agreed: str, user) -> Plan:
    """Does what a table says, all of it or nothing; raises ``Outdated`` where its plan isn't the
    one agreed to, as somebody has changed something since."""
    try:
        with transaction.atomic():
            list(Target.objects.select_for_update().filter(key__in=_keys(table)).order_by("pk"))
            done = plan(table, may)
            if done.problems or done.digest != agreed:
                raise Outdated
            _save([*done.made, *done.changed])
            _log(done, user)
    except IntegrityError:
        # A new key that somebody else took at this moment.
        raise Outdated from None
    _go_on([change.was for change in done.changed])
    return done


def _save(changes: list[Change]) -> None:
    """Writes all of them down, new words and contacts many at a time."""
    new = {TargetWords: [], Contact: []}
    for change in changes:
        was, entry = change.was, change.entry
        target = getattr(was, "mission", was) if was else entry.model(key=entry.key or new_key())
        target.country, target.reads, target.is_active = entry.country, entry.reads, entry.in_use
        if isinstance(target, Mission):
            target.kind, target.host, target.covers = entry.kind, entry.host, entry.covers
        target.save()
        new[TargetWords] += _change_words(target, list(was.words.all()) if was else [], entry)
        new[Contact] += _change_contacts(target, list(was.contacts.all()) if was else [], entry)
        change.was = target
    for model, records in new.items():
        model.objects.bulk_create(records, batch_size=BATCH)


def _change_words(target: Target, there: list[TargetWords], entry: Entry) -> list[TargetWords]:
    """Changes the words that there are; returns the new ones, not written yet."""
    known = {words.language: words for words in there}
    if gone := [words.pk for words in there if words.language not in entry.words]:
        TargetWords.objects.filter(pk__in=gone).delete()
    new = []
    for number, (language, said) in enumerate(entry.words.items()):
        words = known.get(language)
        if words is None:
            new.append(
                TargetWords(target_id=target.pk, language=language, sort_order=number, **said)
            )
        elif said != {part: lines(getattr(words, part)) for part in WORDS}:
            for part in WORDS:
                setattr(words, part, said[part])
            words.save()
    return new


def _change_contacts(target: Target, there: list[Contact], entry: Entry) -> list[Contact]:
    """The same for contacts, which stay the same records as far as can be: letters wait for
    them."""
    paired = _paired(there, entry.contacts)
    kept = {contact.pk for contact in paired.values()}
    if gone := [contact.pk for contact in there if contact.pk not in kept]:
        Contact.objects.filter(pk__in=gone).delete()
    new = []
    for number, said in enumerate(entry.contacts):
        wanted = {name: said[part] for name, part in zip(FIELDS, CONTACT, strict=True)}
        wanted["sort_order"] = number
        contact = paired.get(number)
        if contact is None:
            new.append(Contact(target_id=target.pk, **wanted))
        elif any(getattr(contact, name) != value for name, value in wanted.items()):
            if said["state"] == ContactState.WORKS and not contact.works:
                contact.refusal, contact.refused_at = "", None
            for name, value in wanted.items():
                setattr(contact, name, value)
            # Its turn in the queue is the queue's alone.
            contact.save(update_fields=[*wanted, "refusal", "refused_at"])
    return new


#: What the parts of ``CONTACT`` are called in the record.
FIELDS = ("kind", "value", "source", "verified_on", "state")


def _paired(there: list[Contact], wanted: list[dict]) -> dict[int, Contact]:
    """Which contact becomes which: the same address first, then one of the same kind."""
    free, paired = list(there), {}
    for names in (("kind", "value"), ("kind",)):
        for number, said in enumerate(wanted):
            if number in paired:
                continue
            like = {"kind": said["way"], "value": said["value"]}
            fits = [c for c in free if all(getattr(c, name) == like[name] for name in names)]
            if fits:
                paired[number] = fits[0]
                free.remove(fits[0])
    return paired


def _log(done: Plan, user) -> None:
    for made, changes in ((True, done.made), (False, done.changed)):
        titles = {change.was.pk: change.entry.title for change in changes}
        for model in (Target, Mission):
            logs.note(
                [change.was for change in changes if type(change.was) is model],
                "campaign.import_targets",
                user,
                label=lambda target, titles=titles: titles[target.pk],
                made=made,
            )


def _go_on(targets: list[Target]) -> None:
    ids = [target.pk for target in targets]
    held = Letter.objects.filter(target__in=ids, delivery=Delivery.HELD).order_by()
    held = set(held.values_list("target", flat=True).distinct())
    for target in targets:
        if target.pk in held:
            contact_verbs.go_on(target)
