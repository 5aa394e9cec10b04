"""Everything a supporter can do, by JSON: what the API of all slices has in common.

The verbs and the forms are those of the slices; each slice's ``api.py`` says which form calls which
verb at which address, and ``wagtail_campaign/api.py`` gathers them. Here is how a request comes in
(``door``), what is sent becomes a form (``bodies``), a form is taken (``taking``), what is
refused is said (``problems``), the same request is taken once (``idempotency``), and how a form
tells a front end what to draw (``described``).
"""
