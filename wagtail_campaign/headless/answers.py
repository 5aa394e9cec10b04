"""What the API answers, as schemas of the published document."""

from typing import Any

from django.http import HttpResponse
from ninja import Schema
from pydantic import Field


class ProblemDocument(Schema):
    """RFC 9457; see the table of types in the documentation."""

    type: str = Field(examples=["urn:wagtail-campaign:problem:invalid"])
    title: str = Field(description="For people, in the language of the request.")
    status: int
    errors: dict[str, list[str]] | None = Field(
        None, description="Messages for each field; those under “” are about the whole."
    )
    action_status: str | None = Field(None, description="Why an action isn’t open.")


class PageHead(Schema):
    """What is said of every page: see ``pages.head``."""

    id: int
    title: str
    url: str
    language: str


class Taken(Schema):
    """Taken: the same whoever sent it, whether or not the address was used before."""

    next: str = Field(description="What comes next: “check_mail”: nothing counts before it.")


def check_mail() -> HttpResponse:
    """``Taken``, ready: to be held against the schema it would take a twentieth of a signature."""
    return HttpResponse(
        b'{"next": "check_mail"}', status=202, content_type="application/json; charset=utf-8"
    )


class Counts(Schema):
    """How many, by what was counted: a few seconds old at most."""

    counts: dict[str, int] = Field(
        description="Of a fund in the smallest unit of each currency.",
        examples=[{"signatures": 1337, "paper": 40}],
    )
    total: int = Field(description="What the page shows as its number, on its way to the goal.")


def answers(success: Any, *refusals: int) -> dict:
    """``response`` of an operation: what it answers where it works, and the problems it may have,
    404 and these."""
    status, schema = success
    return {status: schema, **dict.fromkeys((404, *refusals), ProblemDocument)}


#: The refusals of every operation that changes something: see ``door`` and ``idempotency``.
SENT = (400, 403, 409, 413, 415, 422)
#: Those of one that takes a form.
FORM = (*SENT, 429)
