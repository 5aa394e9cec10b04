"""The pages that Stripe hosts: Checkout, where a donor pays, and the Portal, where one changes or
cancels what recurs. In English and Russian, as Stripe has them; Kazakh falls back to English.
"""

from urllib.parse import parse_qs

from . import checkout, portal
from .frame import page
from .words import language_of, say


def serve(stripe, verb: str, url, body: str, headers) -> tuple[int, dict, str]:
    """The answer to a browser: (status, headers, text)."""
    parts = url.path.strip("/").split("/")
    found = stripe.store.objects.get(parts[1]) if len(parts) == 2 else None
    kinds = {"pay": "checkout.session", "portal": "billing_portal.session"}
    if found is None or kinds.get(parts[0]) != found["object"]:
        return page(404, "en", f"<h1>{say('en', 'nothing')}</h1>")
    language = language_of(found["locale"], headers.get("Accept-Language", ""))
    view = checkout.show if parts[0] == "pay" else portal.show
    if verb != "POST":
        with stripe.store.lock:
            return view(stripe.store, found, {}, language)
    typed = {name: values[0] for name, values in parse_qs(body).items()}
    with stripe.store.change():
        return view(stripe.store, found, typed, language)
