"""The verbs of editors: let a program read, and end that."""

from django.db import transaction
from django.utils import timezone

from ..actions import logs
from .models import AccessToken


def add(user, name: str) -> str:
    """Makes a token that reads as ``user``; returns its secret, which is kept nowhere."""
    with transaction.atomic(durable=True):
        token, secret = AccessToken.make(user, name)
        logs.note([token], "campaign.add_access_token", user)
    return secret


def note_use(token: AccessToken) -> None:
    """Writes down that it reads today, and in the site history, once a day: more would fill it."""
    today = timezone.localdate()
    if token.used_on == today:
        return
    with transaction.atomic():
        if AccessToken.objects.filter(pk=token.pk).exclude(used_on=today).update(used_on=today):
            logs.note([token], "campaign.read_by_access_token", token.user)


def delete(token: AccessToken, user) -> None:
    """Ends it at once."""
    with transaction.atomic(durable=True):
        logs.note([token], "campaign.delete_access_token", user)
        AccessToken.objects.filter(pk=token.pk).delete()
