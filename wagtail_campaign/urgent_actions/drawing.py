"""The parts of an urgent action's page as HTML, drawn once for many readers."""

from dataclasses import dataclass

from ..actions.models import NOT_YET, State
from ..actions.shown import draw_part, lasts
from ..updates import listing
from . import chain
from .directory.targets import Target
from .live import UrgentLive
from .persons import Person
from .wall import LATEST, letters_on, shown


@dataclass(frozen=True)
class Drawn:
    """The parts as they were for one ``UrgentLive`` at one ``status``, in one language.

    They are kept in the cache: nothing of a request may be in them. ``form`` leads to writing, and
    is "" where nothing can be written.
    """

    live: UrgentLive
    status: str
    form: str
    share: str
    progress: str
    persons: str
    updates: str
    wall: str
    #: Which link of the chain this is, with its number: "Third UA: 60/16".
    number: str = ""


def draw(page, live: UrgentLive, kept: Drawn | None) -> Drawn:
    """All parts of a page; ``kept`` itself where it still holds, and what still holds of it."""
    status = live.status
    kept = kept if lasts(kept, live) else None
    if kept and kept.live == live:
        return kept
    if kept:
        form, share, persons, updates = kept.form, kept.share, kept.persons, kept.updates
        number = kept.number
    else:
        form = draw_form(page, live) if status == State.OPEN and not live.stopped else ""
        share = draw_part("sharing/share.html", page, live)
        persons = draw_persons(page, live)
        updates = listing.draw_latest(page, live)
        number = draw_number(page, live)
    progress = draw_part("urgent_actions/progress.html", page, live)
    wall = kept.wall if kept and kept.live.wall == live.wall else draw_wall(page, live)
    return Drawn(live, status, form, share, progress, persons, updates, wall, number)


def preview(page, live: UrgentLive) -> Drawn:
    """All parts as an editor sees them: nothing can be sent, also before it opens."""
    drawn = draw(page, live, None)
    if live.status in {State.OPEN, NOT_YET} and not live.stopped:
        form = draw_form(page, live, inert=True)
        return Drawn(**{**vars(drawn), "form": form})
    return drawn


def draw_form(page, live: UrgentLive, inert: bool = False) -> str:
    """To whom to write: the targets for all, and the way to the nearest embassy."""
    targets = targets_on(page, live)
    return draw_part("urgent_actions/start.html", page, live, targets=targets, inert=inert)


def targets_on(page, live: UrgentLive) -> list[tuple]:
    """The targets for all, each with what it is called on a page."""
    language = page.locale.language_code
    return [(target, target.words_in(language)) for target in Target.shown(live.targets)]


def draw_number(page, live: UrgentLive) -> str:
    """Which link of the chain the page shows now; each that is published raises the version."""
    if not page.number or not page.pk:
        return page.number
    position = chain.position_on(page)
    part = draw_part("urgent_actions/number.html", page, live, position=position)
    return part.strip()


def draw_persons(page, live: UrgentLive) -> str:
    """Who it is about: names, how they are, what may be told."""
    persons = persons_on(page, live)
    return draw_part("urgent_actions/persons.html", page, live, persons=persons) if persons else ""


def persons_on(page, live: UrgentLive) -> list[tuple]:
    """Those of whom may be told, each with how they are called on a page."""
    persons = Person.objects.filter(pk__in=live.persons).prefetch_related("words")
    language = page.locale.language_code
    return [(person, person.words_in(language)) for person in persons if person.has_agreed]


def draw_wall(page, live: UrgentLive) -> str:
    """The latest letters on the wall, and the way to the others; "" without any."""
    if not live.wall:
        return ""
    letters = shown(letters_on(page.get_action().pk)[:LATEST])
    more = len(live.wall) > LATEST
    return draw_part("urgent_actions/wall.html", page, live, letters=letters, more=more)
