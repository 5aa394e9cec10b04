import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager, nullcontext
from io import StringIO

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import is_valid_path

from example_project.demo import ally, load, users, webhooks
from example_project.demo.elsewhere import Elsewhere
from wagtail_campaign.offline_stripe.memory import Unusable
from wagtail_campaign.offline_stripe.server import Server


class Command(BaseCommand):
    help = (
        "Serves the whole demo site: makes database and content where there are none, sends due"
        " mail to the demo inbox, and serves until Ctrl-C. PORT and HOST say where."
    )
    requires_system_checks = []

    def handle(self, **options):
        # Interrupted or killed: either way it ends quietly and takes the worker along.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *args: sys.exit(0))
        require_free(settings.HOST, settings.PORT, "PORT=9000")
        if settings.DEBUG:
            require_free(settings.HOST, settings.STRIPE_PORT, "STRIPE_PORT=9001")
            require_free(settings.HOST, settings.FRONT_PORT, "FRONT_PORT=9002")
        settings.VAR.mkdir(parents=True, exist_ok=True)
        if is_behind():
            self.stdout.write("Making the database …")
            self.stdout.flush()
            call_command("migrate", verbosity=0)
        load.load(lambda words: self.stdout.write(f"{words} …"))
        load.serve_at(settings.PUBLIC_HOST, settings.PORT)
        if settings.DEBUG:
            webhooks.tell_the_receiver()
        if settings.ALLY_ORIGIN:
            ally.let_in()
        stripe = offline_stripe() if settings.DEBUG else nullcontext()
        front = front_end() if settings.DEBUG else nullcontext()
        self.stdout.write(welcome())
        self.stdout.flush()
        with stripe, front, worker():
            host = f"[{settings.HOST}]" if ":" in settings.HOST else settings.HOST
            call_command(
                "runserver",
                f"{host}:{settings.PORT}",
                use_reloader=False,
                # They go through the middleware, as pages do: compressed, and with leave to keep.
                use_static_handler=False,
                skip_checks=True,
                stdout=StringIO(),
            )


def is_behind() -> bool:
    """Whether there are migrations to run."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def require_free(host: str, port: int, other: str) -> None:
    """Raises ``CommandError`` where nothing can be served at that port; ``other``: how to choose
    another."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Can't serve at {host}:{port} ({error.strerror}). Choose another port:"
                f" make demo {other}"
            ) from None


@contextmanager
def worker():
    """``campaign_work --loop`` in a process of its own, ended with the server."""
    command = ["-m", "django", "campaign_work", "--loop", f"--every={settings.WORK_EVERY}"]
    process = subprocess.Popen(
        [sys.executable, *command, "--verbosity=0", "--skip-checks"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        # Ctrl-C reaches the server alone, which then ends the worker.
        start_new_session=True,
    )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def offline_stripe() -> Server:
    """The offline Stripe, which tells the site what happened where the site hears it. Raises
    ``CommandError`` where it can't remember."""
    webhook = "/campaign/stripe/webhook/"
    address = f"http://{settings.PUBLIC_HOST}:{settings.PORT}{webhook}"
    try:
        return Server(
            settings.STRIPE_PORT,
            address if is_valid_path(webhook) else None,
            keep=settings.STRIPE_FILE,
            host=settings.HOST,
        )
    except Unusable as error:
        raise CommandError(str(error)) from None


def front_end() -> Elsewhere:
    """The front end of its own, on another origin; it talks to the site by JSON alone."""
    site = f"http://{settings.PUBLIC_HOST}:{settings.PORT}"
    return Elsewhere(
        settings.BASE_DIR / "frontend",
        settings.HOST,
        settings.FRONT_PORT,
        {"api": f"{site}/campaign/api/v1/"},
        f"default-src 'self'; img-src 'self' data: {site}; connect-src {site}; base-uri 'none'",
    )


def welcome() -> str:
    """What a newcomer needs to know, in the terminal."""
    base = f"http://{settings.PUBLIC_HOST}:{settings.PORT}"
    lines = [f"  {name:<13}{base}/{code}/" for code, name in settings.LANGUAGES]
    elsewhere = settings.ALLY_ORIGIN
    return "\n".join(
        [
            "",
            "The demo is ready. Sign the petition with any address; the mail is in the inbox.",
            "",
            *lines,
            f"  {'Inbox':<13}{base}/demo/inbox/",
            *([f"  {'Stripe':<13}{base}/demo/stripe/ (offline)"] if settings.DEBUG else []),
            *(
                [
                    f"  {'Webhooks':<13}{base}/demo/webhooks/",
                    f"  {'Front end':<13}http://{settings.PUBLIC_HOST}:{settings.FRONT_PORT}/"
                    " (on another origin, by JSON)",
                    f"  {'API':<13}{base}/campaign/api/v1/",
                    f"  {'':<13}API_ORIGINS=http://127.0.0.1:8123 lets a page of yours use it, too",
                ]
                if settings.DEBUG
                else []
            ),
            *([f"  {'An ally':<13}{elsewhere}/demo/ally/"] if elsewhere else []),
            f"  {'Admin':<13}{base}/admin/",
            f"  {'':<13}user {users.ADMINISTRATOR}, password {users.PASSWORD}"
            f" (or {users.EDITOR}, {users.PASSWORD}: without all rights)",
            "",
            f"It listens on {settings.HOST} and keeps its data in {settings.VAR}",
            "Ctrl-C ends it. HOST=0.0.0.0 lets other machines see it.",
            "",
        ]
    )
