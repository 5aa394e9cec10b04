"""Imports what the slices offer, so that it is known: mails, links, due work, metrics."""

from .mailing import due as mailing_due  # noqa: F401
from .petitions import due, emails, links, metrics  # noqa: F401
