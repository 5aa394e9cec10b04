"""What the page of a petition shows of it, as JSON."""

from ..actions.live import Live
from ..headless.pages import image_said
from ..supporters.models import said_in_public
from . import outcomes


def as_json(page, live: Live) -> dict:
    """Beside what is said of all actions: how many ``on_paper``, whether who signs is forgotten at
    once (``forgets``), the latest ``signers`` as they wish to be shown, and the ``outcomes``, the
    first first: {"kind", "happened_on" (ISO 8601), "whom", "photo"}."""
    return {
        "on_paper": live.on_paper,
        "forgets": live.forgets,
        "signers": [said_in_public(name, country) for name, country in live.latest],
        "outcomes": [
            {
                "kind": told["kind"],
                "happened_on": told["happened_on"].isoformat(),
                "whom": told["whom"],
                "photo": told["photo"] and image_said(told["photo"], told["photo"].description),
            }
            for told in outcomes.with_photos(live.outcomes, page.addressed_to)
        ],
    }
