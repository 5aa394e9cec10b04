"""Talking to the offline Stripe over HTTP: by the SDK, as a site does, and by its ``control``."""

import requests
import stripe
from django.conf import settings
from django.utils.translation import gettext as _

from . import waiting

#: Seconds; delivering what was held takes as long as the site needs for it.
CONNECT, ANSWER = 2, 60
#: How many of a kind the page shows.
NEWEST = 10


class Refused(Exception):
    """What was asked for can't be done: why, as it is said."""


class NotThere(Exception):
    """The offline Stripe isn't running."""


def sdk():
    """The unmodified SDK, talking to it."""
    client = stripe.StripeClient(
        settings.WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY,
        base_addresses={"api": settings.WAGTAIL_CAMPAIGN_STRIPE_ADDRESS},
        http_client=stripe.RequestsClient(timeout=(CONNECT, ANSWER)),
        max_network_retries=0,
    )
    return client.v1


def control(verb: str, **values):
    """What ``offline_stripe.control`` answers to one of its verbs. Raises ``Refused``,
    ``NotThere``."""
    address = f"{settings.WAGTAIL_CAMPAIGN_STRIPE_ADDRESS}/control/{verb}/"
    try:
        answer = requests.post(address, json=values, timeout=(CONNECT, ANSWER))
    except requests.RequestException:
        raise NotThere from None
    if not answer.ok:
        raise Refused(answer.json()["error"]["message"])
    return answer.json()


def account() -> dict[str, list | dict]:
    """The newest of each kind, and the ``state`` that no endpoint tells. Raises ``NotThere``."""
    state, api = control("state"), sdk()
    newest = {"limit": NEWEST}
    return {
        "state": state,
        "sessions": api.checkout.sessions.list({**newest, "expand": ["data.payment_intent"]}).data,
        "subscriptions": api.subscriptions.list({**newest, "status": "all"}).data,
        "payments": api.payment_intents.list(
            {**newest, "expand": ["data.latest_charge.refunds"]}
        ).data,
        "disputes": api.disputes.list({"limit": 100}).data,
        "events": api.events.list({"limit": 2 * NEWEST}).data,
    }


def do(deed: str, about: str) -> None:
    """What a button of the page asks for; ``about``: the id that it names. Raises ``Refused``,
    ``NotThere``."""
    match deed:
        case "day" | "month":
            days = 1 if deed == "day" else 31
            control("forward", days=days)
            waiting.grow_older(days)
        case "hold" | "resume" | "drop":
            control(deed)
        case "settle" | "bounce":
            control(deed, session=about)
        case "refuse" | "give":
            control("card", customer=about, declines=deed == "refuse")
        case "dispute":
            control(deed, payment_intent=about)
        case "win" | "lose":
            control("close_dispute", dispute=about, won=deed == "win")
        case "refund":
            try:
                sdk().refunds.create({"payment_intent": about})
            except stripe.InvalidRequestError as error:
                raise Refused(error.user_message) from None
        case "fail":
            control("fail_refund", refund=about)
        case _:
            raise Refused(_("There is no such button."))
