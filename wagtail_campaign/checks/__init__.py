"""System checks, numbered, each with a hint that says what to do."""

from . import configuration, mail, payments, surroundings  # noqa: F401
