"""What is done inside ``/campaign/me/``, by JSON: the acts of an address, seen and changed."""

from ninja import Query, Router, Schema
from pydantic import Field

from ..supporters import acts
from ..supporters.me import data, mine
from ..supporters.me.mine import AWAY, LEFT, UNCHANGED, Outcome
from ..supporters.me.notices import NOTICES
from ..supporters.models import Display
from . import idempotency, problems
from .answers import answers
from .me import CHANGES, READS, inside
from .paths import Id
from .problems import Problem

router = Router(tags=["My actions"], auth=inside)
#: The verbs of an ``Act`` that need nothing but the act.
VERBS = {acts.CONFIRM, acts.HIDE, acts.WITHDRAW}
#: Those that are asked about first.
ASKED_FIRST = {acts.WITHDRAW, acts.ERASE}


class Look(Schema):
    """A way to be shown in public."""

    display: Display
    look: str = Field(description="What that looks like.")


class ActSaid(Schema):
    """One act of the address, in the reader's language."""

    kind: str
    id: int = Field(description="``pk`` of the addresses that do something with it.")
    noun: str
    state: str = Field(description="Where it stands, in words.")
    verbs: list[str] = Field(description="What can be done with it now.")
    explanations: list[str] = Field(description="Why others can’t be.")
    shown_as: str = Field(description="How it is shown in public now; “” where it isn’t.")
    displays: list[Look] = Field(description="What ``show-as`` can choose from.")
    data: dict = Field(description="All that is stored of it: see the data download.")


class ActsSaid(Schema):
    """The acts of the address, newest first, twenty a page."""

    acts: list[ActSaid]
    page: int
    pages: int
    unlisted: int = Field(description="How many more are in the data alone: begun, not finished.")
    address: str = Field(description="As it was typed last; “” where nothing is left of it.")


class Question(Schema):
    """What to ask before something is done that can't be undone."""

    heading: str
    consequences: list[str] = Field(description="Sentences: what will happen, and what won’t.")
    button: str


class Kept(Schema):
    """An act that can't be erased."""

    kind: str
    id: int
    noun: str


class ErasingAll(Schema):
    """What erasing everything would do."""

    consequences: list[str]
    kept: list[Kept]


class ShowAs(Schema):
    """How an act is shown in public from now on."""

    display: Display


class Done(Schema):
    """What came of it."""

    changed: bool = Field(description="Not where it was so already, or can’t be now.")
    notice: str = Field(examples=["withdrawn"], description="What to say, as a word for programs;")
    said: str = Field(examples=["Withdrawn."], description="and in words for people.")


@router.get("", response=answers((200, ActsSaid), *READS), url_name="api_me")
def listed(request, page: int = Query(1, ge=1, lt=10**9)):
    """What this address did here. A page that there isn't is the last one."""
    found = mine.read(request.auth, page)
    return {
        "acts": [_said(act) for act in found.acts],
        "page": found.acts.number,
        "pages": found.acts.paginator.num_pages,
        "unlisted": found.unlisted,
        "address": found.address,
    }


@router.get(
    "/erase", auth=inside, response=answers((200, ErasingAll), 401), url_name="api_me_erase"
)
def erase_all_look(request):
    """What erasing everything would do, to be asked first; changes nothing."""
    can, others = mine.erasable(request.auth)
    kept = [{"kind": act.slice, "id": act.pk, "noun": str(act.noun)} for act in others]
    return {"consequences": mine.consequences(can), "kept": kept}


@router.post(
    "/erase",
    response=answers((200, Done), 503, *CHANGES),
    url_name="api_me_erase",
)
def erase_all(request):
    """Erases everything that can be, and ends the session. 503 where some of it can't be just now:
    what could be is erased, and the session goes on."""
    return done(mine.erase_all(request.auth))


@router.post(
    "/acts/{kind}/{pk}/show-as",
    response=answers((200, Done), *CHANGES),
    url_name="api_me_show_as",
)
def show_as(request, kind: str, pk: Id, wish: ShowAs):
    """Changes how an act is shown in public, at once and in every language; to one of its
    ``displays``, else nothing is changed."""
    if idempotency.is_repeat(request):
        return done(UNCHANGED)
    return done(mine.show_as(find(request, kind, pk), wish.display))


@router.get(
    "/acts/{kind}/{pk}/{verb}",
    response=answers((200, Question), *READS),
    url_name="api_me_act",
)
def look(request, kind: str, pk: Id, verb: str):
    """What to ask before ``withdraw`` or ``erase``; changes nothing. 404 also where the act doesn't
    bear it now."""
    act = find(request, kind, pk)
    if verb not in ASKED_FIRST or verb not in act.allowed:
        raise problems.unknown()
    return act.question(verb)


@router.post(
    "/acts/{kind}/{pk}/{verb}",
    response=answers((200, Done), 503, *CHANGES),
    url_name="api_me_act",
)
def do(request, kind: str, pk: Id, verb: str):
    """confirm, hide, withdraw or erase; what an act bears now is in its ``verbs``."""
    if verb not in VERBS | {acts.ERASE}:
        raise problems.unknown()
    if idempotency.is_repeat(request):
        return done(UNCHANGED)
    act = find(request, kind, pk)
    return done(mine.erase(request.auth, act) if verb == acts.ERASE else mine.do(act, verb))


@router.delete(
    "/consents/{pk}",
    response=answers((200, Done), *CHANGES),
    url_name="api_me_consent",
)
def withdraw_consent(request, pk: Id):
    """Takes one consent back; its id is in the data of its act."""
    outcome = mine.withdraw_consent(request.auth, pk)
    if outcome is None:
        raise problems.unknown()
    return done(outcome)


def done(outcome: Outcome) -> dict:
    """The answer to a verb. Raises the ``Problem`` of one that nobody could do just now."""
    if outcome in {AWAY, LEFT}:
        raise Problem("away", 503)
    said = str(NOTICES[outcome.notice])
    return {"changed": outcome.changed, "notice": outcome.notice, "said": said}


def find(request, kind: str, pk: int) -> acts.Act:
    """An act of the session's address; raises the ``Problem`` where there is none."""
    act = acts.find(kind, pk, request.auth.keys)
    if act is None:
        raise problems.unknown()
    return act


def _said(act: acts.Act) -> dict:
    can_choose = acts.SHOW_AS in act.allowed
    return {
        "kind": act.slice,
        "id": act.pk,
        "noun": str(act.noun),
        "state": act.state,
        # As they stand in the addresses.
        "verbs": sorted(verb.replace("_", "-") for verb in act.allowed),
        "explanations": act.explanations,
        "shown_as": act.shown_as,
        "displays": [{"display": display, "look": looks} for display, looks in act.displays]
        if can_choose
        else [],
        "data": data.of_act(act),
    }
