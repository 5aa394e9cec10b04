"""What may go wrong with Stripe; raised in ``client``, and known by the name of ``gateway``."""


class StripeError(Exception):
    """Something went wrong with Stripe. It says no more than codes, so that it can be logged:
    Stripe's own words may hold what a donor typed."""

    def __init__(self, code: str = "", param: str = "", request_id: str = "", status: int = 0):
        super().__init__(" ".join(filter(None, [code or "error", param, request_id])))
        self.code, self.param, self.request_id, self.status = code, param, request_id, status


class StripeAway(StripeError):
    """No answer, or none yet. What was asked may be done or not: ask the same again."""


class StripeRefused(StripeError):
    """Stripe won't do that; asking again changes nothing."""


class StripeMissing(StripeRefused):
    """There is no such object in this account."""


class StripeKeyWrong(StripeError):
    """There is no key, it isn't right, or it may not do that: see docs/how-to/go-live.md."""


class BadSignature(Exception):
    """What came to the webhook isn't signed by Stripe with one of our secrets."""
