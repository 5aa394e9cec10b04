"""What every pass of ``campaign_work`` does for petitions."""

import time

from ..actions import endings, goals, tallies, unconfirmed
from ..actions.models import State
from ..mailing.work import Lease, due
from . import breakdown, forgetting, sweeping
from .emails import Reminder
from .models import COUNTED, Petition, Signature
from .sweeps import BUSY, Sweep


@due(20, "signatures expired")
def expire(lease: Lease) -> int:
    """Deletes signatures that nobody confirmed in time, with all that was typed."""
    return unconfirmed.expire(Signature, lease)


@due(24, "ends of petitions noted")
def note_ends(lease: Lease) -> int:
    """Writes down that a closing date has come."""
    return endings.note(Petition.objects.all())


@due(25, "signers forgotten")
def forget_signers(lease: Lease) -> int:
    """Destroys what signers told us, some months after the end of their petition."""
    due_now = endings.due(Petition.objects.all())
    return sum(forgetting.forget_signers(petition, lease) for petition in due_now)


@due(35, "milestones told")
def tell_milestones(lease: Lease) -> int:
    """Tells a site's receivers of each 100, 250, 500, 1,000 … that a petition has reached."""
    petitions = list(Petition.objects.exclude(state=State.ARCHIVED))
    counts = tallies.counts([petition.key for petition in petitions], *COUNTED)
    told = [goals.tell_milestone(p, counts.get(p.key, 0)) for p in petitions]
    return sum(told)


@due(40, "signatures changed in bulk")
def sweep(lease: Lease) -> int:
    """Goes on with what editors have had done to many signatures, the oldest first."""
    number, until = 0, time.monotonic() + sweeping.SECONDS
    for found in Sweep.objects.filter(state__in=BUSY).order_by("pk"):
        number += sweeping.go_on(found, lease.renew, until - time.monotonic())
    return number


@due(41, "rules forgotten")
def forget_rules(lease: Lease) -> int:
    """Forgets domains and patterns of rules that were done a month ago."""
    return sweeping.forget_patterns()


@due(80, "petitions counted by country and day")
def count_breakdowns(lease: Lease) -> int:
    """Counts signatures by day, language, country and source where something has changed."""
    stale = breakdown.stale(Petition.objects.all())
    for petition in stale:
        lease.renew()
        breakdown.count_anew(petition)
    return len(stale)


@due(30, "reminders written")
def remind(lease: Lease) -> int:
    """Writes the one reminder to those who have not confirmed for some days."""
    return unconfirmed.remind(Signature, Reminder, lease, same=("petition",))
