"""What a mail service says became of letters, where django-anymail is installed."""

from django.apps import apps

from . import bounces

#: The events after which an address is written to no more.
REFUSALS = {"bounced", "rejected", "complained"}
#: Why a filter or a service refused, where that tells nothing of the address. (A complaint does.)
NOT_OF_THE_ADDRESS = {"spam", "timed_out"}


def connect() -> bool:
    """Listens to django-anymail, where the site has it; returns whether."""
    if not apps.is_installed("anymail"):
        return False
    from anymail.signals import tracking

    tracking.connect(follow, dispatch_uid="campaign_bounces")
    return True


def follow(sender, event, **kwargs) -> None:
    """Marks the contact that an event is about."""
    if event.event_type not in REFUSALS or not event.recipient:
        return
    why = getattr(event, "reject_reason", None)
    if event.event_type == "complained" or why not in NOT_OF_THE_ADDRESS:
        bounces.follow(event.recipient, event.event_type)
