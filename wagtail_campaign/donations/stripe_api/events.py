"""What Stripe tells of: an event is a hint to look at an object again."""

import re
from dataclasses import dataclass
from datetime import datetime

from .answers import moment

#: Ids, types and kinds as Stripe has them; as long as the columns they are kept in.
WORD = re.compile(r"[A-Za-z0-9_.-]{1,100}")


@dataclass(frozen=True)
class Event:
    """https://docs.stripe.com/api/events/object: a hint to look at an object again. What it says of
    the object may be old by now, so that isn't read; a thin event says nothing of it."""

    id: str
    type: str
    #: The object to look at: its kind (checkout.session, refund …) and id.
    kind: str
    object_id: str
    #: Whether it is of another account that this one is connected with.
    is_foreign: bool
    created: datetime
    livemode: bool

    @classmethod
    def read(cls, found):
        return cls.of(found.to_dict())

    @classmethod
    def of(cls, found: dict):
        """Of a snapshot event or a thin one. Raises ``KeyError``, ``TypeError``, ``ValueError`` or
        ``OverflowError`` for what is no event."""
        if found["object"] == "v2.core.event":
            return cls._thin(found)
        about = found["data"]["object"]
        if found["object"] != "event":
            raise ValueError("object")
        return cls(
            id=_word(found["id"]),
            type=_word(found["type"]),
            kind=_word(about["object"]),
            # What has none, such as a balance, is none of a gift.
            object_id=_word(about.get("id", "-")),
            is_foreign=bool(found.get("account") or found.get("context")),
            created=moment(int(found["created"])),
            livemode=found["livemode"] is True,
        )

    @classmethod
    def _thin(cls, found: dict):
        """https://docs.stripe.com/event-destinations#thin-events: no more than where to look. That
        of a snapshot event is called like it, with "v1." before."""
        about = found["related_object"]
        created = datetime.fromisoformat(found["created"])
        if created.tzinfo is None:
            raise ValueError("no zone")
        return cls(
            id=_word(found["id"]),
            type=_word(found["type"]).removeprefix("v1."),
            kind=_word(about["type"]),
            object_id=_word(about["id"]),
            is_foreign=bool(found.get("context")),
            created=created,
            livemode=found["livemode"] is True,
        )


def _word(text) -> str:
    if not isinstance(text, str) or not WORD.fullmatch(text):
        raise ValueError("no word")
    return text
