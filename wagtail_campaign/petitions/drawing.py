"""The parts of a petition's page as HTML, drawn once for many readers."""

from dataclasses import dataclass, replace

from ..actions.live import Live
from ..actions.models import NOT_YET, State
from ..actions.shown import draw_part, lasts
from ..updates import listing
from .outcomes import with_photos


@dataclass(frozen=True)
class Drawn:
    """The parts as they were for one ``Live`` at one ``status``, in one language.

    They are kept in the cache: nothing of a request may be in them. ``form`` is "" where the
    petition can't be signed.
    """

    live: Live
    status: str
    form: str
    share: str
    progress: str
    signers: str
    outcomes: str
    updates: str


def draw(page, live: Live, kept: Drawn | None) -> Drawn:
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
        progress=draw_part("petitions/progress.html", page, live),
        signers=draw_part("petitions/signers.html", page, live),
        outcomes=draw_outcomes(page, live) if live.outcomes else "",
        updates=updates,
    )


def preview(page, live: Live) -> Drawn:
    """All parts as an editor sees them: the form can't be sent, and is there before it opens."""
    drawn = draw(page, live, None)
    form = ""
    if live.status in {State.OPEN, NOT_YET}:
        form = draw_form(page, live, page.get_form(live), inert=True)
    return replace(drawn, form=form)


def draw_outcomes(page, live: Live) -> str:
    """What became of the petition, with its photos."""
    told = with_photos(live.outcomes, page.addressed_to)
    return draw_part("petitions/outcomes.html", page, live, outcomes=told)


def draw_form(page, live: Live, form, inert: bool = False) -> str:
    """The form, empty or with what was sent; ``inert``: it can't be sent."""
    form.auto_id = f"{page.campaign_anchor}-%s"
    if live.forgets:
        form.promise_to_forget()
    return draw_part("petitions/form.html", page, live, form=form, inert=inert)
