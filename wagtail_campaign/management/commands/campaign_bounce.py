import sys

from django.core.management.base import BaseCommand

from wagtail_campaign.urgent_actions import bounces


class Command(BaseCommand):
    help = "Reads a delivery report (RFC 3464) from standard input and marks the contact it is of."

    def handle(self, *, verbosity, **options):
        report = sys.stdin.buffer.read(bounces.MOST_BYTES)
        while sys.stdin.buffer.read(65536):
            # To its end, or the mail server takes it for a failure.
            pass
        number = bounces.take(report)
        if verbosity:
            # No address: what a command prints may be mailed to whoever sent the report.
            self.stdout.write(f"Contacts marked: {number}")
