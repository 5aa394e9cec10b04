"""What is refused, as problem documents (RFC 9457): ``application/problem+json``.

============  ======  ==============================================================================
``type``      status  when
============  ======  ==============================================================================
``malformed``    400  the body is no JSON, or no object; an Idempotency-Key is none
``outside``      401  no session of ``/me``, or one that is over
``elsewhere``    403  sent by a page of an origin that isn't allowed
``unknown``      404  there is no such page, record or link, or none that the public may see
``method``       405  the address has another method: see ``Allow``
``not_open``     409  the action isn't open; ``status`` of the action is in ``action_status``
``under_way``    409  the same Idempotency-Key is being taken at this moment
``over``         410  the link was used, or ran out
``too_large``    413  the body is larger than a form can be
``no_json``      415  a body that doesn't say that it is ``application/json``
``invalid``      422  something typed can't be taken: ``errors``, {field: [messages]}
``key_reused``   422  the Idempotency-Key came with another body before
``too_many``     429  too many from this network or address: see ``Retry-After``
``away``         503  another server that is needed doesn't answer: try again in a minute
============  ======  ==============================================================================

Each type is written ``urn:wagtail-campaign:problem:<type>``. Messages and titles are for people, in
the language of the request; nothing is to be read out of them.
"""

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

URN = "urn:wagtail-campaign:problem:"
CONTENT_TYPE = "application/problem+json"


class Problem(Exception):
    """Raised anywhere below the API's door: the request ends with this document.

    ``kind`` is a type of the table above; ``more`` are its own members, ``headers`` those of the
    answer.
    """

    def __init__(self, kind: str, status: int, headers: dict | None = None, **more):
        super().__init__(kind)
        self.kind, self.status, self.headers, self.more = kind, status, headers or {}, more

    def answer(self) -> HttpResponse:
        """The document, in the language that is active."""
        said = {"type": URN + self.kind, "title": title_of(self.kind), "status": self.status}
        return JsonResponse(
            said | self.more,
            status=self.status,
            content_type=CONTENT_TYPE,
            headers=self.headers,
            json_dumps_params={"ensure_ascii": False},
        )


def title_of(kind: str) -> str:
    """What a person is told of a type of problem."""
    match kind:
        case "malformed":
            return _("This is no request that can be read.")
        case "outside":
            return _("Please ask for a link into your actions first.")
        case "elsewhere":
            return _("This form was sent from another site.")
        case "unknown":
            return _("There is nothing here.")
        case "method":
            return _("This can’t be done here.")
        case "not_open":
            return _("This is not open at the moment.")
        case "under_way":
            return _("This is being done already.")
        case "over":
            return _("This link has been used, or has run out.")
        case "too_large":
            return _("That is too much at once.")
        case "no_json":
            return _("Please send JSON.")
        case "key_reused":
            return _("This key came with something else before.")
        case "too_many":
            return _("Too many forms came from your network. Please try again later.")
        case "away":
            return _("Another service doesn’t answer just now. Please try again in a minute.")
    return _("Please correct what is marked.")


def invalid(errors: dict[str, list[str]]) -> Problem:
    """422 with messages for each field; those under "" are about the whole."""
    return Problem("invalid", 422, errors=errors)


def of_form(form) -> Problem:
    """422 for a Django form that isn't valid."""
    return invalid(
        {"" if name == "__all__" else name: list(form.errors[name]) for name in form.errors}
    )


def unknown() -> Problem:
    """404, the same whatever is missing."""
    return Problem("unknown", 404)
