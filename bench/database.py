"""The benchmark's databases: made, copied and dropped by itself.

``DATABASE_URL`` says on which PostgreSQL server. The databases are named after the one in the URL,
with ``_bench`` behind it, so that the one in the URL is never touched.
"""

import dj_database_url
import psycopg
from psycopg import sql

DEFAULT_URL = "postgres://root@127.0.0.1:5432/campaign_bench"
SUFFIX = "_bench"


class NoPostgres(Exception):
    """There is no PostgreSQL server to measure on; says why."""


def from_url(url: str) -> dict:
    """The entry of ``DATABASES``. Raises ``NoPostgres`` for another kind of database."""
    settings = dj_database_url.parse(url)
    if settings["ENGINE"] != "django.db.backends.postgresql":
        raise NoPostgres(f"DATABASE_URL names {settings['ENGINE']}: the budgets are PostgreSQL's.")
    if not settings["NAME"].endswith(SUFFIX):
        settings["NAME"] += SUFFIX
    return settings


def server(settings: dict) -> psycopg.Connection:
    """A connection to the server's own database. Raises ``NoPostgres`` where none answers."""
    places = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}
    given = {name: settings[key] for name, key in places.items() if settings[key]}
    try:
        return psycopg.connect(dbname="postgres", autocommit=True, connect_timeout=5, **given)
    except psycopg.OperationalError as error:
        raise NoPostgres(str(error).strip()) from error


def create(connection: psycopg.Connection, name: str, template: str = "template1") -> None:
    """Makes a database anew, as a copy of another."""
    drop(connection, name)
    statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    connection.execute(statement.format(sql.Identifier(name), sql.Identifier(template)))


def drop(connection: psycopg.Connection, name: str) -> None:
    """Drops a database, if it is there."""
    connection.execute(
        sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    )
