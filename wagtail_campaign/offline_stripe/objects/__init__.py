"""Every kind of object that this Stripe knows, a file each.

What an object looks like, which endpoints it has, and what happens to it are beside each other.
"""

from . import (  # noqa: F401
    balance_transactions,
    charges,
    checkout_sessions,
    customers,
    disputes,
    early_fraud_warnings,
    invoice_lines,
    invoice_payments,
    invoices,
    payment_intents,
    payment_methods,
    portal_sessions,
    prices,
    products,
    refunds,
    subscription_changes,
    subscription_items,
    subscriptions,
    test_clocks,
)
