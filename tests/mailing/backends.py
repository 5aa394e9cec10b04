"""Ways for mails to go that don't work."""

from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.base import BaseEmailBackend


class Unreachable(BaseEmailBackend):
    """A mail server that isn't there."""

    def open(self):
        raise ConnectionRefusedError

    def send_messages(self, messages):
        raise AssertionError("nothing is sent over a connection that wasn't opened")


class NoKey(BaseEmailBackend):
    """That of a service whose key isn't in the settings."""

    def __init__(self, **options):
        raise ImproperlyConfigured("Where is the key?")


class Shut(BaseEmailBackend):
    """One that finds out as late as it is opened."""

    def open(self):
        raise ValueError("Not a port")
