"""A site in three languages with one petition, and the people who use it."""

import gc
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.models.signals import post_migrate, post_save
from django.test import Client, TestCase
from django.utils import timezone, translation
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail import signal_handlers
from wagtail.models import Collection, Locale, Page, Site

from tests.mailing.post_office import PostOffice
from tests.people import change
from wagtail_campaign.donations.models import FundCurrency
from wagtail_campaign.mailing.models import Work
from wagtail_campaign.pages.models import DonationPage, PetitionPage

LANGUAGES = ["en", "ru", "kk"]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """The tests in the browser, which share a demo site for each process, are dealt out by the
    file, the others singly. ``--dist loadgroup`` would do that, but groups nothing with pytest 9.2
    (pytest-xdist#1386); with ``worksteal`` one process has the longest of them to itself at the
    end."""
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return nodeid.split("::")[0] if nodeid.startswith("tests/browser/") else nodeid

    return Scheduling(config, log)


def pytest_collection_finish():
    """What Django, Wagtail and the tests are made of stays to the end. To look for garbage in it
    again and again takes an eighth of the time."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def django_db_use_migrations():
    """Whether the migrations make the database: on a server, where wagtail-localize asks for them.
    On SQLite they run for the demo and for the second site, and take each process of these tests
    as long as a hundred of the tests."""
    return not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """With a site that has nothing on it yet, made once. Without Wagtail's index of references and
    that of its search, a third of the time that saving a page takes: the demo has both."""
    with django_db_blocker.unblock():
        make_site()
    if connection.vendor == "postgresql":
        connection.ops.sql_flush = delete_rows
    post_migrate.disconnect(signal_handlers.connect_reference_index_signal_handlers)
    signal_handlers.disconnect_reference_index_signal_handlers()
    for model in get_indexed_models():
        post_save.disconnect(post_save_signal_handler, sender=model)


def delete_rows(style, tables, **options) -> list[str]:
    """What empties the tables after a test that commits. Django would truncate them, and
    PostgreSQL takes a second for that, however little is in them."""
    return [f"DELETE FROM {connection.ops.quote_name(table)};" for table in tables]


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def default_language():
    """A request leaves its language in the thread, where the next test would find it."""
    yield
    translation.deactivate()


class Visitor(Client):
    """A browser without a session. What its requests leave for after the commit is done, also
    where a test runs in a transaction that never commits."""

    def request(self, **request):
        with TestCase.captureOnCommitCallbacks(execute=True):
            return super().request(**request)


class Clock:
    """The time of the site; a test turns it on."""

    def __init__(self):
        self.gone = timedelta(0)
        self.real_now = timezone.now

    def now(self):
        return self.real_now() + self.gone

    def stop(self):
        """From here on it goes only where a test turns it."""
        stopped = self.real_now()
        self.real_now = lambda: stopped

    def forward(self, **time):
        """``forward(days=3)``: three days later."""
        self.gone += timedelta(**time)


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(timezone, "now", clock.now)
    return clock


@pytest.fixture
def client():
    return Visitor()


@pytest.fixture
def after_commit():
    """``with after_commit():`` does what is left for after the commit, such as sending mails."""
    return lambda: TestCase.captureOnCommitCallbacks(execute=True)


@pytest.fixture
def home(db):
    """The home page of the default site, English, with the other languages beside it."""
    # Whoever commits in a test leaves an empty database behind.
    return Page.objects.filter(slug="home-en").first() or make_site()


def make_site() -> Page:
    """The default site and the root of its images: its home page, beside it those of the other
    languages."""
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES]
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        title="Root", slug="root", locale=locales[0]
    )
    homes = [
        Page(title="Home", slug=f"home-{locale.language_code}", locale=locale) for locale in locales
    ]
    put_under(root, homes)
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=homes[0], is_default_site=True)
    return homes[0]


def put_under(root, homes) -> None:
    """Adds them as translations of each other, in a query each: most tests need these pages, and
    ``add_child`` takes dozens of queries."""
    for place, home in enumerate(homes, root.numchild + 1):
        home.translation_key = homes[0].translation_key
        home.depth = root.depth + 1
        home.path = Page._get_path(root.path, home.depth, place)
        home.draft_title = home.title
        home.set_url_path(root)
        home.save_base(raw=True)
    root.numchild += len(homes)
    root.save_base(raw=True)


@pytest.fixture
def page(home):
    """A live English petition."""
    page = PetitionPage(
        title="Free the strikers", slug="petition", intro="We ask.", addressed_to="The ministry"
    )
    return home.add_child(instance=page)


@pytest.fixture
def pages(page, home):
    """The petition in English, Russian and Kazakh: {language: page}."""
    translations = {"en": page}
    for code, title in (("ru", "Свободу забастовщикам"), ("kk", "Ереуілшілерге бостандық")):
        locale = Locale.objects.get(language_code=code)
        translation = PetitionPage(
            title=title, slug="petition", locale=locale, translation_key=page.translation_key
        )
        translations[code] = home.get_translation(locale).add_child(instance=translation)
    return translations


@pytest.fixture
def petition(page):
    return page.get_action()


@pytest.fixture
def donation_page(home):
    """A live English donation page that takes euros and tenge."""
    page = home.add_child(
        instance=DonationPage(title="Strike fund", slug="donate", intro="For the strikers.")
    )
    fund = page.get_action()
    FundCurrency.objects.create(fund=fund, currency="EUR", position=1)
    FundCurrency.objects.create(
        fund=fund,
        currency="KZT",
        position=2,
        once="2000 5000 10000",
        monthly="1000 2000",
        minimum=500,
        maximum=900_000,
        fee_fixed=100,
        rate="0.0018",
    )
    return page


@pytest.fixture
def set_petition(petition, after_commit):
    """``set_petition(state="closed")`` changes its live settings, as an editor does."""

    def set_petition(**settings):
        with after_commit():
            change(petition, **settings)

    return set_petition


@pytest.fixture
def typed():
    """What a supporter types; a test changes what it is about."""
    return {
        "first_name": "Aigul",
        "last_name": "Serikova",
        "email": "aigul@example.org",
        "country": "DE",
        "display": "full",
    }


@pytest.fixture
def post_office(settings):
    """The mail server that the site sends by, instead of a list; see ``PostOffice``."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.WAGTAIL_CAMPAIGN_MAIL_TIMEOUT = 0.4
    with PostOffice() as office:
        settings.EMAIL_PORT = office.port
        yield office


@pytest.fixture
def mortal(post_office):
    """Starts passes of ``campaign_work`` in processes of their own: each call gives an id."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.mortal_settings",
        "MORTAL_DATABASE": str(connection.settings_dict["NAME"]),
        "MORTAL_SMTP_PORT": str(post_office.port),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.mortal"],
        cwd=Path(__file__).parents[1],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def begin() -> int:
        # The lease of one that was killed ends by itself after a minute: not waited for here.
        Work.objects.update(leased_until=None)
        process.stdin.write("\n")
        process.stdin.flush()
        return int(process.stdout.readline())

    begin.ended = lambda: process.stdout.readline()
    yield begin
    process.stdin.close()
    process.wait(timeout=60)
