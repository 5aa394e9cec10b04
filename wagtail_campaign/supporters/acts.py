"""What supporters see of their acts under ``/campaign/me/``, and what they may do with them.

An act is one record of a slice and the ``Supporter`` behind it: a signature, a letter, a donation.
Each slice describes its own in its ``acts.py`` with a subclass of ``Act`` and ``@register``.
"""

from dataclasses import dataclass

from django.utils.text import capfirst

from ..actions import questions
from . import countries
from .models import (
    TOLD,
    Consent,
    ConsentWording,
    Display,
    Purpose,
    Supporter,
    said_in_public,
)

#: What can be done with an act. Each is a method of ``Act``.
CONFIRM, SHOW_AS, HIDE = "confirm", "show_as", "hide"
WITHDRAW, ERASE = "withdraw", "erase"

_slices: dict[str, type["Act"]] = {}


class NotNow(Exception):
    """A verb needs somebody who doesn't answer: nothing was changed; it can be tried again."""


@dataclass
class Question:
    """What is asked before something is done that can't be undone, all in the reader's language."""

    heading: str
    #: Sentences that say what will happen, and what won't.
    consequences: list[str]
    button: str


class Act:
    """One act, in the reader's language, as its slice describes it.

    ``record`` has ``pk``, ``created_at``, ``page`` (None where it was deleted) and ``supporter``.
    Who calls a verb has proved that the address is theirs. Verbs must bear being called twice, and
    in two tabs at once.
    """

    # ---- Subclasses set and implement these.

    #: The slice, as it stands in addresses and in the download: "petition".
    slice = ""
    #: What was done, in a word: "Signature".
    noun = ""
    #: A template with what else is to be seen of it and done with it; given ``act``.
    template = ""
    #: Whether the law wants something of it kept when it is erased: said again afterwards.
    is_kept_by_law = False

    @classmethod
    def records(cls, email_keys: list[str]):
        """A queryset of the records of these addresses, with ``supporter`` and ``page__locale``."""
        raise NotImplementedError

    @property
    def state(self) -> str:
        """Where it stands, in words; for what is unconfirmed, what it waits for."""
        raise NotImplementedError

    @property
    def action_key(self):
        """That of the action it belongs to."""
        raise NotImplementedError

    @property
    def refusals(self) -> dict[str, str]:
        """Verb -> why it can't be called now, "" where that explains itself. All others can."""
        raise NotImplementedError

    def question(self, verb: str) -> Question:
        """What is asked before ``WITHDRAW`` and before ``ERASE``."""
        raise NotImplementedError

    def data(self) -> dict:
        """All that the record itself holds, for the download: no hashes, no nonces."""
        raise NotImplementedError

    def erase(self) -> None:
        """Destroys what is personal in it, and its supporter. May raise ``NotNow``."""
        raise NotImplementedError

    # ---- Subclasses that don't refuse these verbs implement them. True where something changed.

    def confirm(self) -> bool:
        """Makes it count, though the link in the mail was not used."""
        raise NotImplementedError

    def show_as(self, display: Display) -> bool:
        """Changes how the supporter is named in public."""
        raise NotImplementedError

    def hide(self) -> bool:
        """Takes what was written out of public view; see ``is_public``."""
        raise NotImplementedError

    def withdraw(self) -> bool:
        """Takes it back; what it was stays in the list until it is erased."""
        raise NotImplementedError

    # ---- Subclasses need not override these.

    def let_go(self) -> bool:
        """Destroys what only a consent kept that was just taken back; True where it was all."""
        return False

    def __init__(self, record):
        self.record = record
        #: The action's own questions, as ``questions.of_actions`` gives them.
        self.questions: dict[str, questions.Question] = {}

    @property
    def pk(self) -> int:
        return self.record.pk

    @property
    def anchor(self) -> str:
        """Its id in the list."""
        return f"campaign-{self.slice}-{self.pk}"

    @property
    def supporter(self) -> Supporter:
        return self.record.supporter

    @property
    def page(self):
        return self.record.page

    @property
    def is_public(self) -> bool:
        """Whether what was written, beside the name, may be shown in public."""
        return False

    @property
    def allowed(self) -> list[str]:
        """The verbs that can be called now."""
        refused = self.refusals if self.is_public else self.refusals | {HIDE: ""}
        return [v for v in (CONFIRM, SHOW_AS, HIDE, WITHDRAW, ERASE) if v not in refused]

    @property
    def explanations(self) -> list[str]:
        """Why others can't be."""
        return [why for why in self.refusals.values() if why]

    @property
    def shown_as(self) -> str:
        """How it is shown in public now, "" where it isn't."""
        if SHOW_AS in self.refusals:
            return ""
        return self.look(self.supporter.public_name)

    @property
    def confirmed_as(self) -> str:
        """How it would be shown in public, were it confirmed."""
        return self.look(self.supporter.public_name)

    def look(self, public_name: str) -> str:
        """How a public name, "" for none, is shown."""
        return said_in_public(public_name, self.supporter.country)

    @property
    def is_listed(self) -> bool:
        """Whether it is in the list. What isn't is in the download, and erased with the rest."""
        return True

    @property
    def displays(self) -> list[tuple[str, str]]:
        """(Display, how that looks in public) to choose from; what looks the same is there once."""
        looks = {}
        for display in [self.supporter.display, *Display.values]:
            name = self.supporter.public_name_as(display)
            looks.setdefault(self.look(name), display)
        return sorted(
            ((display, look) for look, display in looks.items()),
            key=lambda pair: Display.values.index(pair[0]),
        )

    @property
    def told(self) -> list[tuple[str, str]]:
        """(label, value) of what was typed with it."""
        values = {name: getattr(self.supporter, name) for name in TOLD}
        values["country"] = countries.name(values["country"])
        label = Supporter._meta.get_field
        told = [(capfirst(label(name).verbose_name), v) for name, v in values.items() if v]
        return told + [(question, "\n".join(said)) for question, said in self.answers]

    @property
    def answers(self) -> list[tuple[str, list[str]]]:
        """(question, what was answered) of the action's own questions."""
        return questions.answered(self.supporter.answers, self.questions)

    @property
    def consents(self) -> list[Consent]:
        """What was agreed to with it, taken back or not."""
        consents = self.supporter.consents.all()
        return sorted(consents, key=lambda consent: Purpose.values.index(consent.purpose))

    def mails(self):
        """The mails about it, for the download: a queryset."""
        return self.supporter.mails.all()

    @property
    def ticked(self) -> list[ConsentWording]:
        """The wordings that confirming it would make consents of; none once it has."""
        return [] if self.consents else self.supporter.wordings_ticked


def register(act: type[Act]) -> type[Act]:
    """Class decorator: puts a slice's acts under ``/campaign/me/``."""
    _slices[act.slice] = act
    return act


def of(email_keys: list[str]) -> list[Act]:
    """Every act of an address, newest first."""
    found = []
    for act in _slices.values():
        records = act.records(email_keys)
        found += [act(r) for r in records.prefetch_related("supporter__consents__wording")]
    _look_up_questions(found)
    return sorted(found, key=lambda act: (act.record.created_at, act.pk), reverse=True)


def of_supporter(supporter_id: int, email_keys: list[str]) -> Act | None:
    """The act that a supporter stands behind; None for that of another address."""
    for act in _slices.values():
        if record := act.records(email_keys).filter(supporter=supporter_id).first():
            return act(record)
    return None


def find(slice: str, pk: int, email_keys: list[str]) -> Act | None:
    """One act of an address; None for an act of another address and for what is no act."""
    act = _slices.get(slice)
    record = act.records(email_keys).filter(pk=pk).first() if act else None
    return act(record) if record else None


def _look_up_questions(acts: list[Act]) -> None:
    answering = [act for act in acts if act.supporter.answers]
    if answering:
        known = questions.of_actions(act.action_key for act in answering)
        for act in answering:
            act.questions = known.get(act.action_key, {})
