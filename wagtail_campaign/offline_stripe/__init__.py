"""A small Stripe that needs no account and no network, for the demo, the tests and your own tests.

The unmodified ``stripe`` SDK talks to it over HTTP, by ``base_addresses``. ``manage.py
campaign_stripe`` starts it; nothing that runs on a site imports this package. From the outside in:

- ``server.py``: HTTP; one request after another, so that an object changes in one step
- ``routes.py``, ``reads.py``: which endpoint there is; ``objects/``: a file for each kind of object
- ``guard.py``: keeping out the pages of other sites
- ``contract.py``: what a request may say, read from the SDK's own types (``stripe.params``)
- ``scope.py``: refusing what Stripe would act on, and this one wouldn't
- ``hosted/``: the pages that Stripe hosts: Checkout and the Portal
- ``events.py``, ``webhooks.py``: what happened, and telling your site of it, signed
- ``store.py``, ``memory.py``: the objects there are, and keeping them in a file
- ``control.py``: what only a test or the demo can do: move the clock, lose webhooks, make faults

It is held against the SDK's types and Stripe's published schemas, and still isn't Stripe: see
docs/how-to/test-donations.md for what only a test key can prove.
"""
