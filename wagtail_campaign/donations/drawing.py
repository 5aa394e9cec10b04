"""The parts of a donation page as HTML, drawn once for many readers."""

from dataclasses import dataclass, replace

from ..actions.models import NOT_YET, State
from ..actions.shown import draw_part, lasts
from ..updates import listing
from .live import FundLive


@dataclass(frozen=True)
class Drawn:
    """The parts as they were for one ``FundLive`` at one ``status``, in one language: nothing of a
    request. ``form`` is "" where nothing can be given."""

    live: FundLive
    status: str
    form: str
    share: str
    progress: str
    donors: str
    updates: str


def draw(page, live: FundLive, kept: Drawn | None) -> Drawn:
    """All parts of a page; ``kept`` itself where it still holds, and what still holds of it."""
    status = live.status
    kept = kept if lasts(kept, live) else None
    if kept and kept.live == live:
        return kept
    if kept:
        form, share, updates = kept.form, kept.share, kept.updates
    else:
        form = draw_form(page, live, page.get_form(live)) if status == State.OPEN else ""
        share = draw_part("sharing/share.html", page, live)
        updates = listing.draw_latest(page, live)
    return Drawn(
        live=live,
        status=status,
        form=form,
        share=share,
        progress=draw_part("donations/progress.html", page, live),
        donors=draw_part("donations/donors.html", page, live),
        updates=updates,
    )


def preview(page, live: FundLive) -> Drawn:
    """All parts as an editor sees them: the form can't be sent, and is there before it opens."""
    drawn, form = draw(page, live, None), ""
    if live.status in {State.OPEN, NOT_YET}:
        form = draw_form(page, live, page.get_form(live), inert=True)
    return replace(drawn, form=form)


def draw_form(page, live: FundLive, form, inert: bool = False) -> str:
    """The form, empty or with what was sent; ``inert``: it can't be sent."""
    form.auto_id = f"{page.campaign_anchor}-%s"
    return draw_part("donations/form.html", page, live, form=form, inert=inert)
