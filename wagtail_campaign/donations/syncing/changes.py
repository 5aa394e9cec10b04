"""What changes in gifts while somebody watches: reconciling says what differed without holding all
that is there, before and after."""

from contextlib import contextmanager
from contextvars import ContextVar

_watching: ContextVar[dict | None] = ContextVar("watching", default=None)


@contextmanager
def watched():
    """What is written down within this, in this thread: {(model, id): (record, words before, words
    now)}; "" is said before of what wasn't there. Only what changed is in it."""
    seen = {}
    token = _watching.set(seen)
    try:
        yield seen
    finally:
        _watching.reset(token)


def note(record, was: str, now: str) -> None:
    """Tells who watches, after the commit, that a gift or a recurring gift has changed."""
    seen = _watching.get()
    if seen is None or was == now:
        return
    key = type(record), record.pk
    first = seen[key][1] if key in seen else was
    seen[key] = record, first, now


def words(gift) -> str:
    """How a gift stands: state, what was given back, what is disputed; of a recurring one its
    state."""
    if hasattr(gift, "refunded"):
        return f"{gift.state} {gift.refunded} {gift.disputed}"
    return str(gift.state)
