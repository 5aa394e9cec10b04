"""The public side of a petition."""

from ..actions import tallies
from ..actions.live import Live
from ..conf import conf
from .models import METRIC, Petition, Signature, SignatureState


def read(petition: Petition | None) -> Live:
    """The petition as it stands, in three queries; one with the default settings for None."""
    petition = petition or Petition()
    return Live(
        state=petition.state,
        opens_at=petition.opens_at,
        closes_at=petition.closes_at,
        goal=petition.goal,
        version=petition.version,
        asks=petition.asks(),
        count=tallies.count(petition.key, METRIC) if petition.pk else 0,
        latest=latest_signers(petition) if petition.pk else [],
    )


def latest_signers(petition: Petition) -> list[tuple[str, str]]:
    """(public name, country code) of the latest signers, newest first."""
    confirmed = Signature.objects.filter(petition=petition, state=SignatureState.CONFIRMED)
    latest = confirmed.order_by("-confirmed_at")[: conf.LATEST_SIGNERS]
    return list(latest.values_list("public_name", "country"))
