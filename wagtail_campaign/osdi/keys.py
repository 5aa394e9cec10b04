"""The verbs of editors: let a program read, and end that."""

from django.db import transaction

from ..actions import logs
from .models import AccessToken


def add(user, name: str) -> str:
    """Makes a token that reads as ``user``; returns its secret, which is kept nowhere."""
    with transaction.atomic(durable=True):
        token, secret = AccessToken.make(user, name)
        logs.note([token], "campaign.add_access_token", user)
    return secret


def delete(token: AccessToken, user) -> None:
    """Ends it at once."""
    with transaction.atomic(durable=True):
        logs.note([token], "campaign.delete_access_token", user)
        AccessToken.objects.filter(pk=token.pk).delete()
