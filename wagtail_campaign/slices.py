"""Imports what the slices offer, so that it is known: acts, mails, links, due work, metrics,
what is kept, what is logged. ``campaign_work`` logs, too, and loads nothing of the admin."""

from .actions import settings_log  # noqa: F401
from .mailing import due as mailing_due  # noqa: F401
from .mailing import logs as mailing_logs  # noqa: F401
from .mailing import retention as mailing_retention  # noqa: F401
from .petitions import acts, due, emails, links, metrics  # noqa: F401
from .petitions import logs as petition_logs  # noqa: F401
from .petitions import outcome_emails as petitions_outcome_emails  # noqa: F401
from .petitions import retention as petitions_retention  # noqa: F401
from .petitions.admin import background  # noqa: F401
from .supporters import due as supporters_due  # noqa: F401
from .supporters import emails as supporters_emails  # noqa: F401
from .supporters import kept  # noqa: F401
from .updates import emails as updates_emails  # noqa: F401
from .urgent_actions import acts as urgent_acts  # noqa: F401
from .urgent_actions import (  # noqa: F401
    alert_emails,
    alert_links,
    directory_logs,
    letter_logs,
    starting,  # noqa: F401
)
from .urgent_actions import due as urgent_due  # noqa: F401
from .urgent_actions import emails as urgent_emails  # noqa: F401
from .urgent_actions import links as urgent_links  # noqa: F401
from .urgent_actions import metrics as urgent_metrics  # noqa: F401
from .urgent_actions import retention as urgent_retention  # noqa: F401
