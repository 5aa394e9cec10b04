"""All actions of a site by JSON: which are open, and one of them whole."""

from django.utils import translation
from ninja import Query, Router, Schema
from pydantic import BaseModel, Field
from wagtail.models import Site

from ..actions import ways
from ..actions.pages import ActionPageMixin
from . import door, problems, reading
from .answers import PageHead, answers
from .content import action_said, after_said
from .pages import head, translations_said
from .paths import Id

router = Router(tags=["Actions"])


class OpenAction(Schema):
    """An open action, as a list shows it."""

    id: int = Field(description="Of its page in this language.")
    kind: str = Field(description="What one does there: petition, letter, donation, sponsor.")
    title: str
    intro: str
    url: str
    invitation: str = Field(description="What a button that leads to it says.")


def way_said(way: ways.Way) -> dict:
    """``OpenAction`` of one thing to do."""
    return {"kind": way.kind, **way.as_json()}


class OpenActions(Schema):
    """The open actions of a site in a language."""

    language: str
    actions: list[OpenAction]


class Form(Schema):
    """A form that can be sent now."""

    method: str
    url: str = Field(description="Where it is sent, on this site.")
    schema_: dict = Field(alias="schema", description="JSON Schema (draft 2020-12); see the docs.")


class Update(Schema):
    """What happened since."""

    id: int
    title: str
    url: str
    intro: str
    published_at: str | None


class Updates(Schema):
    """How many updates there are, and the latest of them."""

    number: int
    latest: list[Update]


class ActionSaid(BaseModel, extra="allow"):
    """How an action stands. Kinds of actions have members of their own beside these."""

    # No Schema of ninja's, which would let go of those.

    key: str = Field(description="UUID, the same in every language.")
    kind: str
    status: str
    is_open: bool
    opens_at: str | None
    closes_at: str | None
    count: int
    goal: int
    percent: int
    countries: int | None = Field(description="From how many; null where that isn’t counted.")
    days_left: int | None
    invitation: str = Field(description="What a button that leads to it says.")
    updates: Updates
    forms: dict[str, Form]


class ActionPage(PageHead):
    """The page of an action."""

    intro: str
    translations: list[PageHead] = Field(description="The same page in other languages.")
    thanks: str = Field(description="For who has confirmed: HTML.")
    next_steps: list[dict] = Field(
        description="And what to do then: blocks, each with type, value and id."
    )
    action: ActionSaid


@router.get("", response=answers((200, OpenActions), 422), url_name="api_actions")
def open_actions(request, language: str = Query("", max_length=20)):
    """Everything that one can do now, as the editors order it. ``language``: one of the site's,
    else that of the request. 404 for a language that the site hasn't got."""
    door.may_be_kept(request)
    site = Site.find_for_request(request)
    language = language or request.LANGUAGE_CODE
    if site is None or not ways.speaks(site, language):
        raise problems.unknown()
    request.LANGUAGE_CODE = language
    with translation.override(language):
        found = ways.ways(request, site, language, [])
    return {"language": language, "actions": [way_said(way) for way in found]}


@router.get(
    "/{page_id}", response=answers((200, ActionPage), 422), url_name="api_action", by_alias=True
)
def one(request, page_id: Id):
    """One action with its numbers and the forms that can be sent, in the language of its page."""

    def answer(page):
        return {
            **head(page),
            "intro": getattr(page, "intro", "") or page.search_description,
            "translations": translations_said(page),
            **after_said(page),
            "action": action_said(page),
        }

    return reading.read(request, page_id, ActionPageMixin, answer)
