"""A POST with an ``Idempotency-Key`` is taken once, however often a bad connection sends it.

(After the IETF's draft-ietf-httpapi-idempotency-key-header.) The key belongs to the address that it
was sent to and to the body that came with it. No answer is stored: that of most verbs is the same
for everybody, and where it isn't, it is made anew from the id of the record (``made``). A server
that dies between the verb and its answer may begin it a second time: see ``GIVEN_UP_AFTER``.
"""

import hmac
import re
from collections.abc import Callable
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import TakenRequest
from .problems import Problem

KEY = re.compile(r"[\x21-\x7e]{8,128}")
#: A request that has no answer after that long died on its way, and is taken anew.
GIVEN_UP_AFTER = timedelta(minutes=1)
KEPT_FOR = timedelta(days=1)


def once(request, answer: Callable):
    """What ``answer()`` gives, which asks ``is_repeat`` before it does anything that isn't the same
    twice. Raises ``Problem`` for a key that is none, came with another body, or is being taken at
    this moment. What isn't taken (a status of 400 and above) leaves the key free.
    """
    key = request.headers["Idempotency-Key"]
    if not KEY.fullmatch(key):
        raise Problem("malformed", 400)
    row = request.campaign_taken = _begin(*_digests(request, key))
    if row.is_answered:
        return answer()
    try:
        response = answer()
        row.is_answered = response.status_code < 400
    finally:
        if row.is_answered:
            row.save(update_fields=["is_answered", "made"])
        else:
            row.delete()
    return response


def is_repeat(request) -> bool:
    """Whether this very request was taken before, so that nothing is left to be done."""
    row = getattr(request, "campaign_taken", None)
    return row is not None and row.is_answered


def made(request) -> int | None:
    """The id of the record that a repeated request made, as ``note`` wrote it down."""
    return request.campaign_taken.made


def note(request, pk: int) -> None:
    """Remembers the record behind an answer, where the request has a key."""
    if row := getattr(request, "campaign_taken", None):
        row.made = pk


def forget_old() -> int:
    """Deletes what was begun more than ``KEPT_FOR`` ago: how many there were."""
    return TakenRequest.objects.filter(begun_at__lt=timezone.now() - KEPT_FOR).delete()[0]


def _digests(request, key: str) -> tuple[str, str]:
    """Of the address with the key, and of the body under the key, which only its sender knows."""
    where = salted_hmac(f"{__name__}.where {request.path}", key, algorithm="sha256")
    what = hmac.new(key.encode(), request.body, "sha256")
    return where.hexdigest(), what.hexdigest()


def _begin(digest: str, body: str) -> TakenRequest:
    try:
        with transaction.atomic():
            return TakenRequest.objects.create(digest=digest, body=body)
    except IntegrityError:
        row = TakenRequest.objects.filter(digest=digest).first()
    if row is None:
        # What came first wasn't taken, a moment ago.
        raise _under_way()
    if not hmac.compare_digest(row.body, body):
        raise Problem("key_reused", 422)
    if not row.is_answered and not _take_over(row):
        raise _under_way()
    return row


def _take_over(row: TakenRequest) -> bool:
    now = timezone.now()
    died = TakenRequest.objects.filter(
        pk=row.pk, is_answered=False, begun_at__lt=now - GIVEN_UP_AFTER
    )
    return bool(died.update(begun_at=now))


def _under_way() -> Problem:
    return Problem("under_way", 409, headers={"Retry-After": "1"})
