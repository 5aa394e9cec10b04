"""What every pass of ``campaign_work`` does for urgent actions."""

from ..actions import endings, goals, tallies, unconfirmed
from ..actions.models import State
from ..mailing.work import Lease, due
from . import forgetting
from .alerts.models import Alert
from .emails import Reminder
from .models import METRIC, Letter, UrgentAction
from .sending import digest, queue


@due(5, "letters of ended actions cancelled")
def cancel_unsent(lease: Lease) -> int:
    """Cancels, first of all, what has not gone where a deadline has come or a stop was said."""
    waiting = Letter.objects.filter(delivery__in=queue.WAITS).values("urgent_action")
    actions = [a for a in UrgentAction.objects.filter(pk__in=waiting) if not a.takes_letters()]
    return sum(queue.cancel_unsent(action, lease.renew) for action in actions)


@due(11, "letters taken back cancelled")
def cancel_taken_back(lease: Lease) -> int:
    """Cancels what its writer erased or took back just when it was being sent, if it didn't go."""
    return queue.cancel_taken_back(lease.renew)


@due(20, "letters expired")
def expire(lease: Lease) -> int:
    """Deletes letters that nobody confirmed in time, with all that was typed."""
    return unconfirmed.expire(Letter, lease)


@due(21, "subscriptions expired")
def expire_alerts(lease: Lease) -> int:
    """Deletes subscriptions that nobody confirmed in time."""
    return unconfirmed.expire(Alert, lease)


@due(24, "ends of urgent actions noted")
def note_ends(lease: Lease) -> int:
    """Writes down that a deadline has come."""
    return endings.note(UrgentAction.objects.all())


@due(25, "writers forgotten")
def forget_writers(lease: Lease) -> int:
    """Destroys what writers told us, some months after the end of their urgent action."""
    due_now = endings.due(UrgentAction.objects.all())
    return sum(forgetting.forget_writers(action, lease) for action in due_now)


@due(26, "texts of letters forgotten")
def forget_texts(lease: Lease) -> int:
    """Destroys the texts of letters some weeks after they went out."""
    return forgetting.forget_texts(lease.renew)


@due(30, "reminders of letters written")
def remind(lease: Lease) -> int:
    """Writes the one reminder to those who have not confirmed their letter for some days."""
    return unconfirmed.remind(Letter, Reminder, lease, same=("urgent_action", "target"))


@due(35, "milestones of letters told")
def tell_milestones(lease: Lease) -> int:
    """Tells a site's receivers of each 100, 250, 500, 1,000 … letters."""
    actions = list(UrgentAction.objects.exclude(state=State.ARCHIVED))
    counts = tallies.counts([action.key for action in actions], METRIC)
    return sum(goals.tell_milestone(action, counts.get(action.key, 0)) for action in actions)


@due(50, "daily numbers mailed")
def mail_digests(lease: Lease) -> int:
    """Mails, once a day, how many letters went out to whom."""
    return digest.mail_due(lease.renew)
