"""What the links in mails do, by JSON: looked at first, done by a POST. A front end that mails lead
to shows what ``GET`` says and has a button for what ``POST`` does: mail scanners open links."""

from ninja import Router, Schema
from pydantic import Field

from ..supporters import links
from ..supporters.acts import NotNow
from . import problems, taking
from .answers import SENT, PageHead, answers
from .pages import named
from .paths import Token
from .problems import Problem

router = Router(tags=["Links in mails"])


class LinkSaid(Schema):
    """What a mailed link is about, and how that stands."""

    kind: str = Field(description="petition, letter, alert, sponsor, donation …")
    standing: str = Field(
        description="pending (waits to be confirmed), done, over (too late), gone (taken back)"
    )
    awaits_review: bool = Field(
        description="Whether an editor looks at it, once confirmed, before it is public."
    )
    page: PageHead | None


@router.get("/confirm/{token}", response=answers((200, LinkSaid), 410, 422), url_name="api_confirm")
def confirm_look(request, token: Token):
    """What would be confirmed; changes nothing. 410 for a link that ran out."""
    link, record = _find("confirm", token)
    return _said(request, link, record)


@router.post(
    "/confirm/{token}", response=answers((200, LinkSaid), 410, *SENT), url_name="api_confirm"
)
def confirm(request, token: Token):
    """Confirms it: from here on it counts. Once is as good as twice."""
    link, record = _find("confirm", token)
    said = _said(request, link, record)
    link.confirm(record)
    return said | {"standing": "done"}


@router.get("/disown/{token}", response=answers((200, LinkSaid), 422), url_name="api_disown")
def disown_look(request, token: Token):
    """What would be undone; changes nothing."""
    link, record = _find("disown", token)
    return _said(request, link, record, over={})


@router.post(
    "/disown/{token}",
    response=answers((200, LinkSaid), 503, *SENT),
    url_name="api_disown",
)
def disown(request, token: Token):
    """ "I did not do this": undoes it and forgets the address. The link works once."""
    link, record = _find("disown", token)
    said = _said(request, link, record, over={})
    try:
        link.disown(record)
    except NotNow:
        raise Problem("away", 503) from None
    return said | {"standing": "gone", "awaits_review": False}


@router.get("/unsubscribe/{token}", response=answers((200, LinkSaid), 422), url_name="api_leave")
def unsubscribe_look(request, token: Token):
    """From which mails one would be taken off; changes nothing."""
    link, record = _find("unsubscribe", token)
    return _said(request, link, record, over={})


@router.post("/unsubscribe/{token}", response=answers((200, LinkSaid), *SENT), url_name="api_leave")
def unsubscribe(request, token: Token):
    """No more mails of that kind. Once is as good as twice."""
    link, record = _find("unsubscribe", token)
    said = _said(request, link, record, over={})
    links.unsubscribe(link, record)
    return said


def _find(purpose: str, token: Token):
    found = links.find(purpose, token)
    if found is None:
        raise problems.unknown()
    return found


def _said(request, link, record, over=frozenset({"over", "gone"})) -> dict:
    opened = link.opened(record)
    with taking.speaking(request, record.language):
        if opened.standing in over:
            raise Problem("over", 410)
    return {
        "kind": link.slice,
        "standing": opened.standing,
        "awaits_review": opened.awaits_review,
        "page": named(opened.page),
    }
