from django.core.management.base import BaseCommand

from wagtail_campaign.actions import tallies


class Command(BaseCommand):
    help = "Counts all records anew, says where a tally differed, and repairs it."

    def handle(self, **options):
        repaired = tallies.recount()
        for key, metric, was, true in repaired:
            self.stdout.write(f"{key} {metric}: {was} -> {true}")
        self.stdout.write(f"{len(repaired)} repaired")
