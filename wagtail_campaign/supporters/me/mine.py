"""What an address did here, and what is done with it: decided once for the pages under
``/campaign/me/`` and for programs. ``link`` is the ``MagicLink`` of the session."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from .. import acts, consents, magic_links
from ..models import Consent, Display, MagicLink

PER_PAGE = 20
#: What is said after a verb, by its key in ``notices.NOTICES``.
SAID_AFTER = {
    acts.CONFIRM: "confirmed",
    acts.SHOW_AS: "shown",
    acts.HIDE: "hidden",
    acts.WITHDRAW: "withdrawn",
}


@dataclass(frozen=True)
class Mine:
    """A page of the acts of an address, newest first; ``unlisted``: how many more are in the
    download alone; ``address`` as it was typed last, "" where nothing is left of it."""

    acts: Page
    unlisted: int
    address: str


@dataclass(frozen=True)
class Outcome:
    """What came of a verb: what to say, by its key in ``notices.NOTICES``; whether anything was
    changed; and whether the session ended with it, as nothing is left to be seen."""

    notice: str
    changed: bool = True
    is_over: bool = False


UNCHANGED = Outcome("unchanged", changed=False)
#: Somebody who is needed doesn't answer: nothing was done, or not all. It can be tried again.
AWAY, LEFT = Outcome("away", changed=False), Outcome("left")


def read(link: MagicLink, number) -> Mine:
    """The page of that number; the nearest there is to it."""
    found = acts.of(link.keys)
    listed = [act for act in found if act.is_listed]
    return Mine(
        acts=Paginator(listed, PER_PAGE).get_page(number),
        unlisted=len(found) - len(listed),
        address=found[0].supporter.email if found else "",
    )


def do(act: acts.Act, verb: str, *arguments) -> Outcome:
    """Calls a verb of ``SAID_AFTER``, if the act bears it now."""
    moved = verb in act.allowed and getattr(act, verb)(*arguments)
    return Outcome(SAID_AFTER[verb]) if moved else UNCHANGED


def show_as(act: acts.Act, display: Display | str | None) -> Outcome:
    """Shows an act so, if that is one of the ways that are offered for it."""
    offered = {value for value, _look in act.displays}
    return do(act, acts.SHOW_AS, display) if display in offered else UNCHANGED


def erase(link: MagicLink, act: acts.Act) -> Outcome:
    """Erases one act, if that can be now."""
    if acts.ERASE not in act.allowed:
        return UNCHANGED
    try:
        act.erase()
    except acts.NotNow:
        return AWAY
    return _after_erasing(link, "kept" if act.is_kept_by_law else "erased")


def erasable(link: MagicLink) -> tuple[list[acts.Act], list[acts.Act]]:
    """The acts that can be erased now, and those that can't."""
    found = acts.of(link.keys)
    can = [act for act in found if acts.ERASE in act.allowed]
    return can, [act for act in found if act not in can]


def consequences(erased: list[acts.Act]) -> list[str]:
    """What will happen when they are erased, each sentence once."""
    said = [line for act in erased for line in act.question(acts.ERASE).consequences]
    return list(dict.fromkeys(said))


def erase_all(link: MagicLink) -> Outcome:
    """Erases every act that can be, and ends the session. One that can't be erased just now keeps
    no other from it; then the session goes on."""
    can, _others = erasable(link)
    left = []
    for act in can:
        try:
            act.erase()
        except acts.NotNow:
            left.append(act)
    if left:
        return LEFT
    magic_links.end(link)
    magic_links.forget(link.keys)
    kept = any(act.is_kept_by_law for act in can)
    return Outcome("kept" if kept else "erased", changed=bool(can), is_over=True)


def withdraw_consent(link: MagicLink, pk: int) -> Outcome | None:
    """Takes one consent back, and lets go what nothing else needs; None for that of another."""
    consent = Consent.objects.filter(supporter__email_key__in=link.keys, pk=pk).first()
    if consent is None:
        return None
    if not consents.withdraw(Consent.objects.filter(pk=pk)):
        return UNCHANGED
    act = acts.of_supporter(consent.supporter_id, link.keys)
    if act and act.let_go():
        return _after_erasing(link, "let_go")
    return Outcome("consent")


def _after_erasing(link: MagicLink, notice: str) -> Outcome:
    """Where nothing is left of an address, nothing is left of its way in either."""
    return Outcome(notice, is_over=magic_links.forget(link.keys))
