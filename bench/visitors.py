"""What people send: the requests that are measured.

Everybody has an address of their own, in mail and in the network, as the limits want it.
"""

import hashlib
import hmac
import json
import time
from itertools import count

from django.conf import settings

from wagtail_campaign.actions import doors
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.pages import PetitionMixin

from . import http, site
from .measure import Subject

_numbers = count(1)
ORIGIN = "http://localhost"


def bare() -> Subject:
    """Signs at the bare view: three fields."""
    return Subject(lambda n: [_form("/bare/", three_fields()) for _ in range(n)], "302")


def signing() -> Subject:
    """Signs the petition with the form as it comes, with one consent."""
    path, wording = petition_form()
    return Subject(lambda n: [_form(path, whole_form(wording)) for _ in range(n)], "303")


def signing_by_json() -> Subject:
    """The same by JSON, as a front end sends it."""
    path, wording = petition_form()
    path = path.replace("/campaign/", "/campaign/api/v1/").removesuffix("/")

    def requests(number):
        forms = [whole_form(wording) for _ in range(number)]
        return [_json(path, form) for form in forms]

    return Subject(requests, "202")


def confirming() -> Subject:
    """Presses the button of the confirm page, a minute after having signed with one consent."""
    page = site.petition()
    _, wording = petition_form()

    def requests(number):
        door = doors.find(page.pk, PetitionMixin)
        made = []
        for _ in range(number):
            typed = three_fields() | {"last_name": "Serikova", "display": "initial"}
            signature = services.sign(door, typed | {"ticked": [wording]})
            made.append(_form(f"/campaign/confirm/{signature.token('confirm')}/", {}))
        return made

    return Subject(requests, "303")


def telling() -> Subject:
    """Stripe tells that somebody has paid."""

    def requests(number):
        return [_event(f"evt_{next(_numbers)}") for _ in range(number)]

    return Subject(requests, "200")


def _event(name: str) -> dict:
    moment = int(time.time())
    # What Stripe says of the object isn't read, but has to be got through.
    session = {"id": "cs_1", "object": "checkout.session", "metadata": {"x" * 40: "y" * 60}}
    payload = json.dumps(
        {
            "id": name,
            "object": "event",
            "type": "checkout.session.completed",
            "created": moment,
            "livemode": False,
            "data": {"object": session | {f"field_{n}": None for n in range(60)}},
        }
    ).encode()
    [secret] = settings.WAGTAIL_CAMPAIGN_STRIPE_WEBHOOK_SECRETS
    signed = hmac.new(secret.encode(), b"%d.%s" % (moment, payload), hashlib.sha256)
    header = f"t={moment},v1={signed.hexdigest()}"
    return http.send("/campaign/stripe/webhook/", payload, HTTP_STRIPE_SIGNATURE=header)


def viewing(page) -> Subject:
    """Looks at a page."""
    return Subject(lambda n: [http.get(page.url) for _ in range(n)], "200")


def three_fields() -> dict[str, str]:
    """What the petition, the bare view and the form page all ask for."""
    return {
        "first_name": "Aigul",
        "email": f"supporter.{next(_numbers)}@example.org",
        "country": "DE",
    }


def whole_form(wording: str) -> dict[str, str]:
    """What a browser sends of the petition's form: everything but the boxes that are not ticked."""
    return three_fields() | {
        "last_name": "Serikova",
        "comment": "I was there.",
        "display": "initial",
        "website": "",
        "consent_updates": wording,
    }


def petition_form() -> tuple[str, str]:
    """Where the petition's form is sent to, and the wording of its first consent."""
    page = site.petition()
    door = doors.find(page.pk, PetitionMixin)
    return f"/campaign/petitions/{page.pk}/sign/", door.wordings["updates"][0]


def network() -> str:
    """An address of the network that nobody else has, as a proxy passes it on."""
    number = next(_numbers)
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def _json(path: str, data: dict) -> dict:
    headers = {"HTTP_ORIGIN": ORIGIN, "HTTP_X_FORWARDED_FOR": network()}
    return http.send(path, json.dumps(data).encode(), **headers)


def _form(path: str, data: dict) -> dict:
    return http.post(path, data, HTTP_ORIGIN=ORIGIN, HTTP_X_FORWARDED_FOR=network())
