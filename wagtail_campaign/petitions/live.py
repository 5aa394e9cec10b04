"""The public side of a petition."""

from ..actions import goals, tallies
from ..actions.live import FINISHED, Live
from ..conf import conf
from ..embeds import origins
from . import outcomes
from .breakdown import Breakdown
from .models import PAPER, Petition, Signature, SignatureState


def read(petition: Petition | None) -> Live:
    """The petition as it stands, in four queries; one with the default settings for None."""
    petition = petition or Petition()
    counts = tallies.by_metric(petition.key) if petition.pk else {}
    count = sum(counts.values())
    return Live(
        state=petition.state,
        opens_at=petition.opens_at,
        closes_at=petition.closes_at,
        goal=goals.shown(petition.goal, petition.raises_goal, count),
        version=petition.version,
        embed_origins=origins.listed(petition.embed_origins),
        asks=petition.asks(),
        forgets=petition.forgets,
        count=count,
        on_paper=counts.get(PAPER, 0),
        # Asked for only where there may be some.
        outcomes=outcomes.told(petition) if petition.state in FINISHED else [],
        countries=_countries(petition) if petition.pk else 0,
        latest=latest_signers(petition) if petition.pk else [],
    )


def _countries(petition: Petition) -> int:
    known = Breakdown.objects.filter(petition=petition).only("countries").first()
    return known.named_countries if known else 0


def latest_signers(petition: Petition) -> list[tuple[str, str]]:
    """(public name, country code) of the latest signers, newest first."""
    confirmed = Signature.objects.filter(petition=petition, state=SignatureState.CONFIRMED)
    latest = confirmed.order_by("-confirmed_at")[: conf.LATEST_SIGNERS]
    return list(latest.values_list("public_name", "country"))
