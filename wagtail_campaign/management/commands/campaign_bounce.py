import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from wagtail_campaign.urgent_actions.sending import bounces


class Command(BaseCommand):
    help = (
        "Reads a delivery report (RFC 3464) from standard input and marks its letter and contact."
    )

    def handle(self, *, verbosity, **options):
        report = sys.stdin.buffer.read(bounces.MOST_BYTES)
        while sys.stdin.buffer.read(65536):
            # To its end, or the mail server takes it for a failure.
            pass
        try:
            number = bounces.take(report)
        except DatabaseError:
            # EX_TEMPFAIL: the mail server keeps the report and tries again.
            raise CommandError("The database didn't answer.", returncode=75) from None
        if verbosity:
            # No address: what a command prints may be mailed to whoever sent the report.
            self.stdout.write(f"Contacts marked: {number}")
