"""The updates on an action by JSON: as ``views.py`` lists them."""

from datetime import datetime

from ninja import Query, Router, Schema
from pydantic import Field
from wagtail.blocks import StreamValue

from ..actions.pages import ActionPageMixin
from ..headless import pages, reading
from ..headless.answers import answers
from ..headless.paths import Id
from . import listing

router = Router(tags=["Updates and numbers"])


class ImageSaid(Schema):
    """An image as it is to be shown."""

    id: int
    url: str
    width: int
    height: int
    alt: str


class UpdateSaid(Schema):
    """One update."""

    id: int
    title: str
    intro: str
    url: str
    published_at: datetime | None
    image: ImageSaid | None
    body: list[dict] = Field(
        description="The blocks of its text: type, value, id. Rich text is HTML."
    )


class UpdatesSaid(Schema):
    """A page of the updates, the newest first."""

    language: str
    number: int = Field(description="Of all updates.")
    page: int
    pages: int
    updates: list[UpdateSaid]


@router.get(
    "/{page_id}/updates",
    response=answers((200, UpdatesSaid), 422),
    url_name="api_updates",
)
def updates(request, page_id: Id, page: int = Query(1, ge=1, lt=10**9)):
    """What happened since, in the language of the action's page, twenty a page. 404 also for a page
    of the list that there isn't."""

    def answer(action_page):
        found = listing.part(action_page, page)
        return {
            "language": request.LANGUAGE_CODE,
            "number": found.paginator.count,
            "page": found.number,
            "pages": found.paginator.num_pages,
            "updates": [_said(update) for update in found],
        }

    return reading.read(request, page_id, ActionPageMixin, answer)


def _said(update) -> dict:
    body = getattr(update, "body", None)
    return {
        **listing.said(update),
        "image": pages.image_said(update.image, _alt(update)),
        "body": pages.stream_said(body) if isinstance(body, StreamValue) else [],
    }


def _alt(update) -> str:
    return update.image_alt or (update.image.description if update.image else "")
