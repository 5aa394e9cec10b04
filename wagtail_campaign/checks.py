"""System checks, numbered, each with a hint that says what to do."""

from datetime import timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core import checks
from django.core.cache import caches
from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.locmem import LocMemCache
from django.db import DatabaseError, connections
from django.template import TemplateDoesNotExist, TemplateSyntaxError, loader
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation
from django_tasks.backends.immediate import ImmediateBackend
from wagtail.coreutils import get_content_languages
from wagtail.models import Site

from .conf import conf
from .mailing import kinds, work
from .mailing.tasks import deliver

TAG = "wagtail_campaign"
SHORTEST_SECRET = 16


def error(number: str, message: str, hint: str) -> checks.Error:
    """What keeps the site from working: "E001" and what to do about it."""
    return checks.Error(message, hint=hint, id=f"wagtail_campaign.{number}")


def warning(number: str, message: str, hint: str) -> checks.Warning:
    """What will go wrong some day: "W001" and what to do about it."""
    return checks.Warning(message, hint=hint, id=f"wagtail_campaign.{number}")


@checks.register(TAG)
def urls_are_included(app_configs, **kwargs):
    """E001: forms and mails need the package's addresses."""
    try:
        reverse("wagtail_campaign:me")
    except NoReverseMatch:
        return [
            error(
                "E001",
                "The URLs of wagtail_campaign are not included.",
                'Put path("campaign/", include("wagtail_campaign.urls")) into your urlpatterns,'
                " before Wagtail's own.",
            )
        ]
    return []


@checks.register(TAG)
def address_keys_are_set(app_configs, **kwargs):
    """E002, E003: a live site needs secrets of its own for the hashes of addresses."""
    if not conf.ADDRESS_KEYS:
        if settings.DEBUG:
            return []
        return [
            error(
                "E002",
                "WAGTAIL_CAMPAIGN_ADDRESS_KEYS is empty.",
                'Set it to [("2026", secret)], with a secret from your environment, such as'
                " `python -c 'import secrets; print(secrets.token_hex(32))'` prints. Keep it as"
                " long as the signatures: without it nobody can be found again.",
            )
        ]
    try:
        secrets = dict(conf.ADDRESS_KEYS)
        short = [key for key, secret in secrets.items() if len(secret) < SHORTEST_SECRET]
    except (TypeError, ValueError):
        secrets, short = {}, ["?"]
    if short or settings.SECRET_KEY in secrets.values() or len(secrets) < len(conf.ADDRESS_KEYS):
        return [
            error(
                "E003",
                "WAGTAIL_CAMPAIGN_ADDRESS_KEYS is not a list of (id, secret) pairs, or an id is"
                f" twice in it, or a secret is SECRET_KEY or shorter than {SHORTEST_SECRET}.",
                'Write it as [("2026", secret), ("2025", older_secret)]: the first one writes.',
            )
        ]
    return []


@checks.register(TAG)
def periods_can_be_kept(app_configs, **kwargs):
    """E012: how long people are kept is a promise on the privacy page."""
    wrong = [
        name
        for name, may_be_none in (("CONFIRM_DAYS", False), ("FORGET_AFTER_MONTHS", True))
        if not _is_a_period(getattr(conf, name), may_be_none)
    ]
    return [
        error(
            "E012",
            f"WAGTAIL_CAMPAIGN_{name} is not a whole number above 0.",
            "Give days for CONFIRM_DAYS and months for FORGET_AFTER_MONTHS; only the latter may be"
            " None: then nobody is forgotten by itself.",
        )
        for name in wrong
    ]


def _is_a_period(value, may_be_none: bool) -> bool:
    if value is None:
        return may_be_none
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


@checks.register(TAG)
def mails_have_a_sender(app_configs, **kwargs):
    """W004: mail from webmaster@localhost goes nowhere."""
    sender = conf.MAIL_FROM or settings.DEFAULT_FROM_EMAIL
    if settings.DEBUG or not parseaddr(sender)[1].endswith("@localhost"):
        return []
    return [
        warning(
            "W004",
            f"Mails would be sent from {sender}.",
            "Set WAGTAIL_CAMPAIGN_MAIL_FROM or DEFAULT_FROM_EMAIL to an address of your domain.",
        )
    ]


@checks.register(TAG)
def mails_have_their_templates(app_configs, **kwargs):
    """E005, W005: every mail in every language of the site."""
    found = []
    for kind in kinds.all_kinds():
        for part in kind.parts:
            try:
                loader.get_template(kind.template(part))
            except (TemplateDoesNotExist, TemplateSyntaxError) as problem:
                found.append(
                    error(
                        "E005",
                        f"The mail template {kind.template(part)} can't be used: {problem}",
                        "Mend or remove the site's own version of it.",
                    )
                )
    for code, name in get_content_languages().items():
        if not code.startswith("en") and not _is_translated(code):
            found.append(
                warning(
                    "W005",
                    f"The mails of wagtail_campaign are not translated into {name} ({code}).",
                    "Supporters who sign there would get English mails: put a catalogue for the"
                    " package's texts into LOCALE_PATHS, or leave the language out.",
                )
            )
    return found


def _is_translated(code: str) -> bool:
    subject = "Please confirm your e-mail address"
    with translation.override(code):
        return translation.gettext(subject) != subject


@checks.register(TAG, deploy=True)
def cache_is_shared(app_configs, **kwargs):
    """W006: limits and numbers of several workers need one cache."""
    if not isinstance(caches["default"], LocMemCache | DummyCache):
        return []
    return [
        warning(
            "W006",
            "The default cache is kept by each process for itself.",
            "With several workers each counts its own limits, and a closed petition stays open"
            " for some seconds in the others. Use Redis, Memcached or the database cache.",
        )
    ]


@checks.register(TAG, deploy=True)
def mail_is_sent_by_a_worker(app_configs, **kwargs):
    """W010: within the request the time of an answer tells whether a mail was sent."""
    if not isinstance(deliver.get_backend(), ImmediateBackend):
        return []
    return [
        warning(
            "W010",
            "Mail is sent while the supporter waits for the answer.",
            "Give Django Tasks a back end with a worker (TASKS). Without one a slow mail server"
            " slows every signature down, and who watches the clock can tell whether an address"
            " was written to today.",
        )
    ]


@checks.register(TAG)
def proxies_are_counted(app_configs, **kwargs):
    """E007, W007: whose address a request comes from."""
    if not isinstance(conf.TRUSTED_PROXIES, int) or conf.TRUSTED_PROXIES < 0:
        return [
            error(
                "E007",
                "WAGTAIL_CAMPAIGN_TRUSTED_PROXIES is not a number of proxies.",
                "Set it to how many proxies of your own stand before Django: 0, 1, 2 …",
            )
        ]
    behind = settings.SECURE_PROXY_SSL_HEADER or settings.USE_X_FORWARDED_HOST
    if behind and not conf.TRUSTED_PROXIES:
        return [
            warning(
                "W007",
                "The site is behind a proxy, and WAGTAIL_CAMPAIGN_TRUSTED_PROXIES is 0.",
                "All supporters seem to come from the proxy's network and share one limit. Set it"
                " to the number of your proxies that append to X-Forwarded-For.",
            )
        ]
    return []


@checks.register(checks.Tags.database)
def work_is_done(app_configs, databases, **kwargs):
    """W008: reminders, retries and expiry need ``campaign_work``. Asked by ``migrate`` and
    ``check --database default``."""
    if "default" not in (databases or []):
        return []
    try:
        finished = work.last_finished()
    except DatabaseError:
        return []  # Not migrated yet.
    late = timezone.now() - timedelta(minutes=conf.WORK_LATE_MINUTES)
    if finished and finished > late:
        return []
    since = f"not run since {finished:%Y-%m-%d %H:%M} UTC" if finished else "never run"
    return [
        warning(
            "W008",
            f"campaign_work has {since}.",
            "Have cron run `manage.py campaign_work` every minute, or keep"
            " `manage.py campaign_work --loop` running.",
        )
    ]


@checks.register(checks.Tags.database)
def links_lead_to_the_site(app_configs, databases, **kwargs):
    """W011: Wagtail's first site is localhost with port 80. Asked like W008."""
    if "default" not in (databases or []):
        return []
    try:
        sites = list(Site.objects.filter(hostname="localhost"))
    except DatabaseError:
        return []  # Not migrated yet.
    return [
        warning(
            "W011",
            f"Links in mails would begin with {site.root_url}/.",
            "Set host name and port in the admin under Settings, Sites: those by which the site"
            " is reached (with runserver localhost and 8000, live your domain and 443).",
        )
        for site in sites
        if site.port == 80 or not settings.DEBUG
    ]


@checks.register(TAG)
def sqlite_can_wait(app_configs, **kwargs):
    """W009: with SQLite's defaults signers get "database is locked"."""
    if connections["default"].vendor != "sqlite":
        return []
    options = connections["default"].settings_dict["OPTIONS"]
    immediate = str(options.get("transaction_mode", "")).upper() == "IMMEDIATE"
    if immediate and "wal" in str(options.get("init_command", "")).lower():
        return []
    return [
        warning(
            "W009",
            "SQLite is set up so that people who sign at once lock each other out.",
            'Set DATABASES["default"]["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20,'
            ' "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"} or use'
            " PostgreSQL or MariaDB.",
        )
    ]
