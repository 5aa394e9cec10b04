"""What the package runs beside: the cache, the database, and ``campaign_work``."""

from datetime import timedelta

from django.core import checks
from django.core.cache import caches
from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.locmem import LocMemCache
from django.db import DatabaseError, connections
from django.utils import timezone

from ..conf import conf
from ..mailing import work
from .saying import TAG, warning


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
