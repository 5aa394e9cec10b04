import time

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from wagtail_campaign.mailing import work


class Command(BaseCommand):
    help = "Does once all that is due: mails, reminders, expiry. By cron, or for ever with --loop."

    def add_arguments(self, parser):
        parser.add_argument("--loop", action="store_true", help="Go on until interrupted.")
        parser.add_argument(
            "--every", type=int, default=10, help="Seconds between passes of the loop (10)."
        )

    def handle(self, *, loop, every, verbosity, **options):
        while True:
            self.run_pass(verbosity)
            if not loop:
                return
            close_old_connections()
            try:
                time.sleep(every)
            except KeyboardInterrupt:
                return

    def run_pass(self, verbosity):
        try:
            done = work.run_pass()
        except work.Busy:
            if verbosity:
                self.stdout.write("Another pass is under way.")
            return
        for name, number in done.items():
            if number < 0:
                self.stderr.write(f"{name}: failed, see the log")
            elif verbosity and number:
                self.stdout.write(f"{name}: {number}")
