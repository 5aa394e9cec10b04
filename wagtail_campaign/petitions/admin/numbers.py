"""The numbers of a petition that editors follow: see ``actions.admin.numbers``."""

from ...actions import tallies
from ...actions.admin import numbers
from ...actions.admin.numbers import Numbers
from ..breakdown import MANY, Breakdown
from ..models import Petition, Signature


def counts(petition: Petition) -> dict[str, int]:
    """How many are confirmed and how many are on paper, now, by metric."""
    return tallies.by_metric(petition.key)


def read(petition: Petition) -> Numbers:
    """The other numbers. The languages of a large petition are those that ``campaign_work`` counted
    last."""
    return numbers.read(petition, petition.signatures, lambda: _known_languages(petition))


def _known_languages(petition: Petition) -> dict | None:
    known = Breakdown.objects.filter(petition=petition, count__gte=MANY).first()
    return known.languages if known else None


def states_of(petition_ids) -> dict[int, dict[str, int]]:
    """Signatures that don't count, by petition and state, at most some minutes old."""
    return numbers.states_of(petition_ids, Signature, "petition")
