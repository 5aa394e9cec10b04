"""The wall of letters: those of solidarity that their writers let be shown, and a moderator let go.

Each stands under the name that its writer chose. The letter itself is signed, so that what the
writer didn't choose to show of the name is left out of it.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ..actions.records import RecordState
from ..supporters.models import Display, Supporter, said_in_public
from .models import Channel, Delivery, Letter, UrgentAction

#: How many of the latest the action's own page shows, and how many a page of the wall.
LATEST = 5
A_PAGE = 20

#: What was read by a moderator and not declined.
LET_GO = (Delivery.QUEUED, Delivery.SENT)
#: So many lines at the end of a letter are where it is signed.
SIGNED_IN = 3

SHOWN = Q(
    state=RecordState.CONFIRMED,
    channel=Channel.CAMPAIGN,
    on_wall=True,
    delivery__in=LET_GO,
)


@dataclass(frozen=True)
class Shown:
    """A letter as it is shown: what it says, in which language, whose, since when."""

    text: str
    language: str
    public_name: str
    country: str
    at: datetime

    @property
    def said_in_public(self) -> str:
        """The public name in the reader's language."""
        return said_in_public(self.public_name, self.country)

    def as_json(self) -> dict:
        """For a front end without our templates. Of its moment nobody is told more than the day."""
        return {
            "text": self.text,
            "language": self.language,
            "name": self.said_in_public,
            "country": self.country,
            "on": timezone.localdate(self.at).isoformat(),
        }


def letters_on(action_id: int):
    """The letters on the wall of an urgent action, newest first: a queryset."""
    letters = Letter.objects.filter(
        SHOWN, urgent_action=action_id, supporter__letter_text__isnull=False
    )
    return letters.order_by("-confirmed_at", "-pk")


def a_page(action: UrgentAction | None, after: int | None) -> tuple[list[Shown], int | None]:
    """A page of the wall, from the letter on that stands behind that one (its id); and after which
    the next page begins, None where nothing is left.

    Raises ``Http404`` where letters go to targets: none of them is ever shown; and for an ``after``
    that is none of the letters.
    """
    if action is None or not action.is_solidarity:
        raise Http404
    letters = letters_on(action.pk)
    if after is not None:
        # Also of one that was taken down since: by its moment.
        confirmed = Letter.objects.filter(urgent_action=action, confirmed_at__isnull=False)
        last = get_object_or_404(confirmed.only("confirmed_at"), pk=after)
        letters = letters.filter(
            Q(confirmed_at__lt=last.confirmed_at)
            | Q(confirmed_at=last.confirmed_at, pk__lt=last.pk)
        )
    ids = list(letters.values_list("pk", flat=True)[: A_PAGE + 1])
    rest = ids[A_PAGE - 1] if len(ids) > A_PAGE else None
    return shown(letters.filter(pk__in=ids[:A_PAGE])), rest


def shown(letters) -> list[Shown]:
    """Letters of a queryset as they are shown, in one query."""
    return [
        Shown(
            text=without_the_name(
                letter.supporter.letter_text.text,
                letter.supporter.letter_text.city,
                letter.supporter,
            ),
            language=letter.written_in,
            public_name=letter.public_name,
            country=letter.country,
            at=letter.confirmed_at,
        )
        for letter in letters.select_related("supporter__letter_text")
    ]


def without_the_name(text: str, city: str, writer: Supporter) -> str:
    """A letter without what its writer doesn't show of the name.

    The family name goes from all of it; first name and city from the end, where it is signed, as
    they may also be those of who is written to.
    """
    if writer.display == Display.FULL:
        return text
    text = _replaced(text, writer.full_name, writer.public_name)
    initial = f"{writer.last_name[:1]}." if writer.display == Display.INITIAL else ""
    text = _replaced(text, writer.last_name, initial)
    lines = text.split("\n")
    end = "\n".join(lines[-SIGNED_IN:])
    end = _replaced(end, city, "")
    if writer.display == Display.ANONYMOUS:
        end = _replaced(end, writer.first_name, "")
    # What is left of "Aigul Serikova, Berlin" is a comma.
    end = [line.strip(" ,") for line in end.split("\n")]
    return "\n".join([*lines[:-SIGNED_IN], *end]).rstrip()


def _replaced(text: str, name: str, by: str) -> str:
    # As it was typed: a family name may be a word in small letters.
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda _match: by, text) if name else text
