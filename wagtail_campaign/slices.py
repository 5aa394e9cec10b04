"""Imports what the slices offer, so that it is known: acts, mails, links, webhooks, due work,
metrics, what is kept, what is logged. ``campaign_work`` logs, too, and loads nothing of the admin.
"""

from .actions import settings_log  # noqa: F401
from .donations import acts as donation_acts  # noqa: F401
from .donations import due as donations_due  # noqa: F401
from .donations import emails as donation_emails  # noqa: F401
from .donations import hooks as donation_hooks  # noqa: F401
from .donations import ledger  # noqa: F401
from .donations import links as donation_links  # noqa: F401
from .donations import logs as donation_logs  # noqa: F401
from .donations import osdi as donations_osdi  # noqa: F401
from .donations import retention as donation_retention  # noqa: F401
from .donations import staff_emails as donation_staff_emails  # noqa: F401
from .headless import due as headless_due  # noqa: F401
from .headless import retention as headless_retention  # noqa: F401
from .mailing import due as mailing_due  # noqa: F401
from .mailing import logs as mailing_logs  # noqa: F401
from .mailing import retention as mailing_retention  # noqa: F401
from .osdi import logs as osdi_logs  # noqa: F401
from .osdi import people  # noqa: F401
from .petitions import acts, due, emails, hooks, links, metrics  # noqa: F401
from .petitions import logs as petition_logs  # noqa: F401
from .petitions import osdi as petitions_osdi  # noqa: F401
from .petitions import outcome_emails as petitions_outcome_emails  # noqa: F401
from .petitions import retention as petitions_retention  # noqa: F401
from .petitions.admin import background  # noqa: F401
from .sponsors import acts as sponsor_acts  # noqa: F401
from .sponsors import due as sponsors_due  # noqa: F401
from .sponsors import emails as sponsor_emails  # noqa: F401
from .sponsors import hooks as sponsor_hooks  # noqa: F401
from .sponsors import ledger as sponsors_ledger  # noqa: F401
from .sponsors import links as sponsor_links  # noqa: F401
from .sponsors import logs as sponsor_logs  # noqa: F401
from .sponsors import retention as sponsors_retention  # noqa: F401
from .supporters import due as supporters_due  # noqa: F401
from .supporters import emails as supporters_emails  # noqa: F401
from .supporters import hooks as supporters_hooks  # noqa: F401
from .supporters import kept  # noqa: F401
from .updates import emails as updates_emails  # noqa: F401
from .urgent_actions import acts as urgent_acts  # noqa: F401
from .urgent_actions import due as urgent_due  # noqa: F401
from .urgent_actions import emails as urgent_emails  # noqa: F401
from .urgent_actions import hooks as urgent_hooks  # noqa: F401
from .urgent_actions import letter_logs  # noqa: F401
from .urgent_actions import links as urgent_links  # noqa: F401
from .urgent_actions import metrics as urgent_metrics  # noqa: F401
from .urgent_actions import osdi as urgent_osdi  # noqa: F401
from .urgent_actions import retention as urgent_retention  # noqa: F401
from .urgent_actions.alerts import acts as alert_acts  # noqa: F401
from .urgent_actions.alerts import emails as alert_emails  # noqa: F401
from .urgent_actions.alerts import links as alert_links  # noqa: F401
from .urgent_actions.directory import logs as directory_logs  # noqa: F401
from .urgent_actions.drafting import starting  # noqa: F401
from .webhooks import due as webhooks_due  # noqa: F401
from .webhooks import logs as webhook_logs  # noqa: F401
from .webhooks import retention as webhooks_retention  # noqa: F401
