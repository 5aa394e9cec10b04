"""What goes wrong, in the shapes that Stripe gives it (https://docs.stripe.com/api/errors)."""


class Refused(Exception):
    """An answer that is an error.

    ``status``: of HTTP; ``message``: for a developer; ``type``, ``code`` and ``param`` as Stripe's
    documentation of errors has them; ``more``: further keys of the error; ``headers``: of the
    answer.
    """

    status, type = 400, "invalid_request_error"

    def __init__(self, message: str, *, code=None, param=None, headers=None, **more):
        super().__init__(message)
        self.headers = headers or {}
        said = {"type": self.type, "message": message, "code": code, "param": param, **more}
        self.error = {key: value for key, value in said.items() if value is not None}

    @property
    def body(self) -> dict:
        return {"error": self.error}


class Unauthorized(Refused):
    """No key, or one that isn't for tests."""

    status = 401


class CardDeclined(Refused):
    """The card was not charged."""

    status, type = 402, "card_error"


class NotFound(Refused):
    """There is no such object, or no such endpoint."""

    status = 404

    @classmethod
    def of(cls, kind: str, id: str, param: str = "id"):
        said = f"No such {kind.rpartition('.')[2].replace('_', ' ')}: '{id}'"
        return cls(said, code="resource_missing", param=param)


class InUse(Refused):
    """Another request with the same idempotency key is under way."""

    status, type = 409, "idempotency_error"


class KeyUsedOtherwise(Refused):
    """The idempotency key was used with other parameters."""

    type = "idempotency_error"


class TooMany(Refused):
    """A rate limit."""

    status = 429


class Broken(Refused):
    """Stripe's own fault."""

    status, type = 500, "api_error"
