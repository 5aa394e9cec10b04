"""What the page of a sponsor list shows of it, as JSON."""

from .. import moments
from . import listing
from .listing import Asked, Listing
from .live import SponsorsLive


def as_json(page, live: SponsorsLive) -> dict:
    """Beside what is said of all actions: how many ``persons`` and ``organisations``, with how many
    ``members`` together, when the list changed last (``changed_at``), and its first page, as
    ``list``: see ``list_said``."""
    found = listing.read(page.action_key, page.sponsor_types(), live, Asked())
    return {
        "persons": live.persons,
        "organisations": live.organisations,
        "members": live.members,
        "changed_at": moments.said(live.changed_at),
        "list": list_said(found),
    }


def list_said(found: Listing) -> dict:
    """A page of the list: {"number" (of all that are found), "page", "pages", "groups":
    [{"heading", "sponsors"}], and to choose from "types" and "countries": [{"value", "title",
    "number"}]}."""
    return {
        "number": found.number,
        "page": found.asked.number,
        "pages": found.pages,
        "groups": [
            {"heading": heading, "sponsors": [listing.as_json(one) for one in sponsors]}
            for heading, sponsors in found.groups
        ],
        "types": [_choice(*choice) for choice in found.types],
        "countries": [_choice(*choice) for choice in found.countries],
    }


def _choice(value: str, title: str, number: int) -> dict:
    return {"value": value, "title": title, "number": number}
