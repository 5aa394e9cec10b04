"""Imports what the slices offer, so that it is known: acts, mails, links, due work, metrics."""

from .mailing import due as mailing_due  # noqa: F401
from .petitions import acts, due, emails, links, metrics, outcome_emails  # noqa: F401
from .petitions.admin import background  # noqa: F401
from .supporters import due as supporters_due  # noqa: F401
from .supporters import emails as supporters_emails  # noqa: F401
from .updates import emails as updates_emails  # noqa: F401
