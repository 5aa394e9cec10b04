"""What a mail service says became of letters, where django-anymail is installed."""

from django.apps import apps

from . import bounces

#: The events after which an address is written to no more.
REFUSALS = {"bounced", "rejected", "complained"}


def connect() -> bool:
    """Listens to django-anymail, where the site has it; returns whether."""
    if not apps.is_installed("anymail"):
        return False
    from anymail.signals import tracking

    tracking.connect(follow, dispatch_uid="campaign_bounces")
    return True


def follow(sender, event, **kwargs) -> None:
    """Marks the contact that an event is about."""
    if event.event_type in REFUSALS and event.recipient:
        bounces.follow(event.recipient, event.event_type)
