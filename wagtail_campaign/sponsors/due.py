"""What every pass of ``campaign_work`` does for sponsor lists."""

from ..actions import endings, goals, tallies, unconfirmed
from ..actions.models import State
from ..mailing.work import Lease, due
from . import forgetting, verifying
from .emails import Reminder
from .ledger import COUNTED
from .models import Sponsor, SponsorList


@due(20, "sponsors expired")
def expire(lease: Lease) -> int:
    """Deletes entries that nobody confirmed in time, with all that was typed."""
    return unconfirmed.expire(Sponsor, lease)


@due(24, "ends of sponsor lists noted")
def note_ends(lease: Lease) -> int:
    """Writes down that a closing date has come."""
    return endings.note(SponsorList.objects.all())


@due(25, "sponsors forgotten")
def forget_sponsors(lease: Lease) -> int:
    """Destroys who is behind entries, some months after the end of their list."""
    due_now = endings.due(SponsorList.objects.all())
    return sum(forgetting.forget_sponsors(each, lease) for each in due_now)


@due(30, "sponsors reminded")
def remind(lease: Lease) -> int:
    """Writes the one reminder to those who have not confirmed for some days."""
    return unconfirmed.remind(Sponsor, Reminder, lease, same=("sponsor_list", "kind", "name"))


@due(35, "milestones of sponsor lists told")
def tell_milestones(lease: Lease) -> int:
    """Tells a site's receivers of each 100, 250, 500, 1,000 … that a list has reached."""
    lists = list(SponsorList.objects.exclude(state=State.ARCHIVED))
    counts = tallies.counts([each.key for each in lists], *COUNTED)
    return sum(goals.tell_milestone(each, counts.get(each.key, 0)) for each in lists)


@due(45, "domains of sponsors looked at")
def look_at_domains(lease: Lease) -> int:
    """Looks for the records that prove domains, where sponsors have asked for it."""
    return verifying.look_for_all(lease)
