from django.core.management.base import BaseCommand, CommandError

from wagtail_campaign.donations import moderation
from wagtail_campaign.donations.stripe_api import gateway


class Command(BaseCommand):
    help = "Compares donations with Stripe, says what differed, and mends it."

    def handle(self, **options):
        try:
            found = moderation.mend()
        except gateway.StripeError as error:
            raise CommandError(f"Stripe can't be asked: {error}") from None
        for difference in found:
            record = difference.record
            name = record._meta.verbose_name
            was = difference.was or "unknown"
            self.stdout.write(f"{name} {record.pk}: {was} -> {difference.now}")
        self.stdout.write(f"{len(found)} mended")
