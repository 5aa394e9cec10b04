"""Verbs that the database broke off, as two of them waited for each other."""

from functools import wraps

from django.db import OperationalError

TRIES = 4


def repeated(verb):
    """Decorator for a verb that owns its transaction: does it again where it lost in a deadlock.

    MariaDB chooses by size and statistics which index it locks first, so no order of our own rules
    deadlocks out. Nothing of a verb that was broken off has happened: its signals and mails wait
    for the commit. Raises ``OperationalError`` after the fourth time, and any other at once.
    """

    @wraps(verb)
    def wrapper(*args, **kwargs):
        for _ in range(TRIES - 1):
            try:
                return verb(*args, **kwargs)
            except OperationalError as error:
                if not is_deadlock(error):
                    raise
        return verb(*args, **kwargs)

    return wrapper


def is_deadlock(error: OperationalError) -> bool:
    """Whether a transaction had to give way: 40P01 of PostgreSQL, 1213 of MariaDB and MySQL."""
    cause = error.__cause__
    return getattr(cause, "sqlstate", "") == "40P01" or error.args[:1] == (1213,)
