"""What a mail service's answer over HTTP means, where the site sends by django-anymail.

==========================================  ===============================================
the service …                               the mail …
==========================================  ===============================================
takes it                                    is ``sent``
can't be reached, answers 429 or 503, or    goes back to ``queued``, for later
refuses the site: 401, 402, 403, 404 …
refuses the recipient or the mail: 400,     is ``failed``
406, 413, 415, 422
answers anything else, or falls silent      is ``unknown``: perhaps it went out
==========================================  ===============================================

Based on RFC 9110 and on https://anymail.dev/en/stable/sending/exceptions/.
"""

from .models import MailState

try:
    from anymail.exceptions import (
        AnymailError,
        AnymailInvalidAddress,
        AnymailRecipientsRefused,
        AnymailUnsupportedFeature,
    )
    from urllib3.exceptions import ConnectTimeoutError, NewConnectionError
except ImportError:
    # The site sends in another way.
    AnymailError = None

MAIL_REFUSED = {400, 406, 413, 415, 422}
OVERLOADED = 503


def verdict(error: Exception) -> tuple[str, str] | None:
    """The state of the mail and what was said, None where no mail service raised it."""
    if AnymailError is None or not isinstance(error, AnymailError):
        return None
    if code := error.status_code:
        return _state(code), f"HTTP {code}"
    name = type(error).__name__
    if isinstance(error, (AnymailRecipientsRefused, AnymailInvalidAddress)):
        return MailState.FAILED, name
    never_sent = isinstance(error, AnymailUnsupportedFeature) or _never_connected(error)
    return MailState.QUEUED if never_sent else MailState.UNKNOWN, name


def _state(code: int) -> str:
    if code in MAIL_REFUSED:
        return MailState.FAILED
    return MailState.QUEUED if 400 <= code < 500 or code == OVERLOADED else MailState.UNKNOWN


def _never_connected(error: BaseException | None) -> bool:
    while error:
        if isinstance(error, (ConnectTimeoutError, NewConnectionError)):
            return True
        error = error.__cause__ or error.__context__
    return False
