"""Making gifts what Stripe says that they are: the one way in which anything becomes paid. What
leads there is no more than a hint: an event (``webhook``, ``received``), a donor who comes back, an
editor, or ``reconciling``, which finds what nobody told of. ``hints`` finds the gift, ``looking``
asks Stripe for all of it, ``gifts`` and ``subscriptions`` write that down as a whole.
"""
