"""What a POST has to know of the page it was sent to, read at most every few seconds.

A signature costs less than looking up the page, its restrictions and its action would.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import swapper
from django.core.cache import cache
from django.http import Http404

from ..conf import conf
from ..embeds import origins
from ..supporters import consents
from ..supporters.models import ConsentWording
from . import questions
from .models import State, status_at
from .questions import Asked


@dataclass(frozen=True)
class Door:
    """A live action page as its form's POST sees it."""

    page_id: int
    revision_id: int | None
    language: str
    restricted: bool
    action_id: int
    action_key: UUID
    state: str
    opens_at: datetime | None
    closes_at: datetime | None
    asks: dict[str, str]
    # Purpose -> (id, words) of the consents that the page shows.
    wordings: dict[str, tuple[str, str]]
    questions: tuple[Asked, ...] = ()
    # Whose page it is: the ``mailed_slice`` of its class.
    slice: str = ""
    # The sites that may show it in a frame.
    embed_origins: tuple[str, ...] = ()

    def status(self) -> str:
        """The state of the action now: see ``Action.status``."""
        return status_at(self.state, self.opens_at, self.closes_at)


def find(page_id: int, page_class: type) -> Door:
    """The door of a live page of that class. Raises ``Http404`` where there is none."""
    door = cache.get(_cache_key(page_id))
    # One that another slice has left there leads to an action of the same id, and not to this one.
    if door is None or door.slice != page_class.mailed_slice:
        door = _build(find_page(page_id, page_class))
        cache.set(_cache_key(page_id), door, conf.LIVE_SECONDS)
    return door


def find_page(page_id: int, page_class: type):
    """A live page of that class, in its specific type. Raises ``Http404`` where there is none."""
    pages = swapper.load_model("wagtailcore", "Page").objects.live().filter(pk=page_id)
    page = pages.select_related("locale").specific().first()
    if not isinstance(page, page_class):
        raise Http404
    return page


def find_carrier(page_id: str):
    """The live page of any type whose block carried a form, None for what isn't one."""
    if not re.fullmatch("[0-9]{1,18}", page_id):
        return None
    pages = swapper.load_model("wagtailcore", "Page").objects.live().filter(pk=int(page_id))
    return pages.select_related("locale").specific().first()


def of_no_action(page, key, wordings: Iterable[ConsentWording] = ()) -> Door:
    """The way in from a page to what belongs to no action and never closes: ``key`` (UUID) stands
    in the place of an action's."""
    return Door(
        page_id=page.pk,
        revision_id=page.live_revision_id,
        language=page.locale.language_code,
        restricted=False,
        action_id=0,
        action_key=key,
        state=State.OPEN,
        opens_at=None,
        closes_at=None,
        asks={},
        wordings=_by_purpose(wordings),
    )


def close(page_ids) -> None:
    """Forgets the doors of pages, as after their action was changed."""
    cache.delete_many([_cache_key(page_id) for page_id in page_ids])


def _build(page) -> Door:
    action = page.get_or_create_action()
    wordings = page.consent_wordings()
    consents.keep_wordings(wordings)
    language, asked = page.locale.language_code, page.questions_asked()
    questions.keep(action.key, language, asked)
    return Door(
        page_id=page.pk,
        revision_id=page.live_revision_id,
        language=language,
        restricted=page.get_view_restrictions().exists(),
        action_id=action.pk,
        action_key=action.key,
        state=action.state,
        opens_at=action.opens_at,
        closes_at=action.closes_at,
        asks=action.asks(),
        wordings=_by_purpose(wordings),
        questions=asked,
        slice=page.mailed_slice,
        embed_origins=origins.listed(action.embed_origins),
    )


def _by_purpose(wordings: Iterable[ConsentWording]) -> dict:
    return {wording.purpose: (wording.pk, wording.text) for wording in wordings}


def _cache_key(page_id: int) -> str:
    return f"campaign:door:{page_id}"
