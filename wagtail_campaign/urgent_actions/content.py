"""What the page of an urgent action shows of it, as JSON."""

from ..supporters import countries
from . import chain, drawing, wall
from .live import UrgentLive


def as_json(page, live: UrgentLive) -> dict:
    """Beside what is said of all actions:

    ===============  =============================================================================
    ``number``       as others cite it, and its ``position`` in its chain, 1 for the first
    ``targets``      whom to write to: {"id", "title", "language" (of the title), "country",
                     "reads" (languages, the best first)}
    ``missions_of``  the state whose embassies can be found: {"code", "name"}, or null
    ``persons``      who it is about: {"name", "status", "status_said", "story", "language"}
    ``letters``      the latest that may be shown: {"text", "language", "name", "country",
                     "on"}
    ===============  =============================================================================
    """
    state = live.missions_of
    return {
        "number": page.number,
        "position": chain.position_on(page),
        "targets": [
            {
                "id": target.pk,
                "title": words.title,
                "language": words.language,
                "country": target.country,
                "reads": target.languages,
            }
            for target, words in drawing.targets_on(page, live)
            if words
        ],
        "missions_of": {"code": state, "name": countries.name(state)} if state else None,
        "persons": [
            {
                "name": words.name,
                "status": person.status,
                "status_said": person.get_status_display(),
                "story": words.story,
                "language": words.language,
            }
            for person, words in drawing.persons_on(page, live)
            if words
        ],
        "letters": [letter.as_json() for letter in _letters(page, live)],
    }


def _letters(page, live: UrgentLive) -> list[wall.Shown]:
    if not live.wall:
        return []
    return wall.shown(wall.letters_on(page.get_action().pk)[: wall.LATEST])
