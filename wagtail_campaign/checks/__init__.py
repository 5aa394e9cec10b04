"""System checks, numbered, each with a hint that says what to do."""

from . import configuration, mail, surroundings  # noqa: F401
