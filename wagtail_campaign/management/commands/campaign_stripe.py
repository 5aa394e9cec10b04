import signal
import sys
import threading
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from wagtail_campaign.conf import conf
from wagtail_campaign.offline_stripe.memory import Unusable
from wagtail_campaign.offline_stripe.server import KEY, WEBHOOK_SECRET, Server, is_test_key


class Command(BaseCommand):
    help = (
        "Serves an offline Stripe until Ctrl-C, to try donations without account and network. Never"
        " beside a live key, and only with DEBUG on."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=12111, help="Where it listens (12111).")
        parser.add_argument(
            "--webhook",
            metavar="URL",
            help="Where the site takes events. Without it they are kept and go nowhere.",
        )
        parser.add_argument(
            "--keep",
            metavar="FILE",
            type=Path,
            help="Remember everything in this file, over restarts.",
        )

    def handle(self, *, port, webhook, keep, **options):
        refuse_live()
        if webhook and not webhook.startswith(("http://", "https://")):
            raise CommandError(f"--webhook has to be an address, http://…, not {webhook!r}.")
        try:
            server = Server(port, webhook, keep=keep)
        except Unusable as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(
                f"Can't serve at port {port} ({error.strerror}). Choose another: --port 12112"
            ) from None
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *args: sys.exit(0))
        with server:
            self.stdout.write(welcome(server.address, webhook, keep))
            self.stdout.flush()
            threading.Event().wait()


def refuse_live() -> None:
    """Raises ``CommandError`` where a real donor could come here."""
    if not settings.DEBUG:
        raise CommandError(
            "The offline Stripe takes no money, so it starts with DEBUG on only. Set DEBUG = True,"
            " or test this site with a test key of Stripe's own."
        )
    key = conf.STRIPE_SECRET_KEY or KEY
    if not is_test_key(key):
        raise CommandError(
            "WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY is not a test key. Set it to"
            f" {KEY} here, and keep the live key for the live site."
        )


def welcome(address: str, webhook: str | None, keep: Path | None) -> str:
    """What a site builder needs to know, in the terminal."""
    events = (
        f"Events go to {webhook}"
        if webhook
        else "No --webhook is given: events go nowhere, but are kept, and listed by events.list."
    )
    return "\n".join(
        [
            "",
            f"An offline Stripe is at {address} now. In the settings of your site:",
            "",
            f'  WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = "{KEY}"',
            f'  WAGTAIL_CAMPAIGN_STRIPE_WEBHOOK_SECRETS = ["{WEBHOOK_SECRET}"]',
            f'  WAGTAIL_CAMPAIGN_STRIPE_ADDRESS = "{address}"',
            "",
            events,
            f"All is kept in {keep}" if keep else "Once it ends all is forgotten: see --keep FILE.",
            "Ctrl-C ends it.",
            "",
        ]
    )
