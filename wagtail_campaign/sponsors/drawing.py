"""The parts of a sponsor list's page as HTML, drawn once for many readers."""

from dataclasses import dataclass, replace

from ..actions.models import NOT_YET, State
from ..actions.shown import draw_part, lasts
from ..updates import listing as updates
from . import listing
from .listing import Asked
from .live import SponsorsLive


@dataclass(frozen=True)
class Drawn:
    """The parts as they were for one ``SponsorsLive`` at one ``status``, in one language: nothing
    of a request. ``forms`` has one for each kind that may join; ``form`` is one that was sent."""

    live: SponsorsLive
    status: str
    forms: dict[str, str]
    share: str
    figures: str
    #: The first page of the list, which most readers see.
    sponsors: str
    updates: str
    form: str = ""

    @property
    def progress(self) -> str:
        """How far it is, as of all actions."""
        return self.figures


def draw(page, live: SponsorsLive, kept: Drawn | None) -> Drawn:
    """All parts of a page; ``kept`` itself where it still holds, and what still holds of it."""
    status = live.status
    kept = kept if lasts(kept, live) else None
    if kept and kept.live == live:
        return kept
    if kept:
        forms, share, news = kept.forms, kept.share, kept.updates
    else:
        forms = _forms(page, live) if status == State.OPEN else {}
        share = draw_part("sharing/share.html", page, live)
        news = updates.draw_latest(page, live)
    return Drawn(
        live=live,
        status=status,
        forms=forms,
        share=share,
        figures=draw_part("sponsors/figures.html", page, live),
        sponsors=draw_sponsors(page, live, Asked()),
        updates=news,
    )


def preview(page, live: SponsorsLive) -> Drawn:
    """All parts as an editor sees them: no form can be sent, and each is there before it opens."""
    drawn, forms = draw(page, live, None), {}
    if live.status in {State.OPEN, NOT_YET}:
        forms = _forms(page, live, inert=True)
    return replace(drawn, forms=forms)


def draw_sponsors(page, live: SponsorsLive, what: Asked) -> str:
    """A page of the list, with the way to search it."""
    found = listing.read(page.action_key, page.sponsor_types(), live, what)
    return draw_part("sponsors/list.html", page, live, listing=found)


def _forms(page, live: SponsorsLive, inert: bool = False) -> dict[str, str]:
    return {
        kind: draw_form(page, live, page.get_form(live, kind), inert=inert) for kind in live.kinds
    }


def draw_form(page, live: SponsorsLive, form, inert: bool = False) -> str:
    """A form, empty or with what was sent; ``inert``: it can't be sent."""
    form.auto_id = f"{page.campaign_anchor}-%s"
    return draw_part("sponsors/form.html", page, live, form=form, inert=inert)
