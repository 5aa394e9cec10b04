"""Ways for mails to go that don't work."""

from django.core.mail.backends.base import BaseEmailBackend


class Unreachable(BaseEmailBackend):
    """A mail server that isn't there."""

    def open(self):
        raise ConnectionRefusedError

    def send_messages(self, messages):
        raise AssertionError("nothing is sent over a connection that wasn't opened")
