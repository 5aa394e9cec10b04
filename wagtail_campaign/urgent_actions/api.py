"""Urgent actions by JSON: the same forms and the same verbs as ``views.py``."""

from typing import Annotated

from django.utils import translation
from django.utils.translation import gettext as _
from ninja import Query, Router
from pydantic import BeforeValidator, Field

from ..actions import doors
from ..actions.models import State
from ..headless import idempotency, problems, taking
from ..headless.answers import FORM, Taken, answers, check_mail
from ..headless.bodies import Person, Typed, Value
from ..headless.door import may_be_kept
from ..headless.paths import Id
from . import said, services, writing
from . import wall as letters_wall
from .copies import handing
from .directory.api import check_country
from .directory.missions import missions_for
from .directory.targets import Target
from .forms import CopyForm, LogForm
from .pages import UrgentActionMixin
from .said import CopySaid, TargetsSaid, WallSaid, WritingSaid

router = Router(tags=["Urgent actions"])

Number = Annotated[int, Field(ge=1, lt=2**63)]


def _or_none(typed):
    # A field that was left alone.
    return None if typed == "" else typed


class ToTarget(Typed):
    """To whom a letter goes or went: one of ``GET targets``, else the first of the targets."""

    target: Annotated[Number | None, BeforeValidator(_or_none)] = None


class LetterTyped(ToTarget, Person):
    """A letter, and who signs it. ``written_in`` is its language: that of the one to start from."""

    subject: Value = ""
    text: Value = ""
    written_in: Value = Field("", examples=["kk"])
    city: Value = ""


class LogTyped(ToTarget, Person):
    """Who has sent a letter, and which way it went: "mail" or "post"."""

    channel: Value = ""


class CopyTyped(ToTarget):
    """A letter that its writer sends: no address is asked."""

    subject: Value = ""
    text: Value = ""
    written_in: Value = Field("", examples=["kk"])
    first_name: Value = ""
    last_name: Value = ""
    city: Value = ""
    country: Value = Field("", description="ISO 3166-1 alpha-2.", examples=["DE"])
    bilingual: Value = Field("", description="“yes”: the sheet has the page’s language, too.")


@router.get(
    "/{page_id}/targets", response=answers((200, TargetsSaid), 409, 422), url_name="api_targets"
)
def targets(request, page_id: Id, country: str = Query("", max_length=2)):
    """To whom can be written: the targets for everybody and, for who lives in a ``country`` (ISO
    3166-1 alpha-2), its nearest embassies; in the language of the page."""

    def answer(door):
        _check_open(door)
        if country:
            check_country(country)
        page = doors.find_page(page_id, UrgentActionMixin)
        with _in_its_language(request, door):
            live = page.get_live(request)
            # Letters of solidarity go to none of them.
            targets = [] if live.is_solidarity else Target.shown(live.targets)
            missions = missions_for(live.missions_of, country) if country else []
            return {
                "country": country,
                "targets": [said.target(one, door.language) for one in targets],
                "missions": [said.target(one, door.language) for one in missions],
            }

    return taking.at_the_door(request, page_id, UrgentActionMixin, answer)


@router.get(
    "/{page_id}/letter",
    response=answers((200, WritingSaid), 409, 422),
    url_name="api_letter",
    by_alias=True,
)
def letter(
    request,
    page_id: Id,
    target: Annotated[Number | None, Query()] = None,
    country: str = Query("", max_length=2),
    language: str = Query("", max_length=12),
):
    """The letter filled in, and how it can be sent: to a ``target`` (its id, else the first), from
    who lives in a ``country``, in a ``language`` of those that there are (else the one that suits
    the target best). 422 without a target where only embassies are written to."""

    def answer(door):
        _check_open(door)
        if country:
            check_country(country)
        place = _place(door, target, country, language)
        with _in_its_language(request, door):
            return said.writing(place)

    return taking.at_the_door(request, page_id, UrgentActionMixin, answer)


@router.post("/{page_id}/write", response=answers((202, Taken), *FORM), url_name="api_write")
def write(request, page_id: Id, typed: LetterTyped):
    """Has the site send a letter, or the campaign hand it over. The answer is the same whatever the
    letter says and however many the address has written; nothing goes out and nothing counts
    before the link in the mail is used."""

    def answer(door):
        if not idempotency.is_repeat(request):
            place = _place(door, typed.target)
            taking.take(
                request,
                door,
                typed,
                lambda data: writing.sent_form(place, data),
                lambda door, cleaned: services.write(door, place.completed(cleaned)),
            )
        return check_mail()

    return taking.at_the_door(request, page_id, UrgentActionMixin, answer)


@router.post("/{page_id}/log", response=answers((202, Taken), *FORM), url_name="api_log")
def log(request, page_id: Id, typed: LogTyped):
    """ "I have sent it": by one's own mail program, or on paper. It counts once the link in the
    mail is used."""

    def answer(door):
        if not idempotency.is_repeat(request):
            target = writing.place(door, typed.target).target
            taking.take(
                request,
                door,
                typed,
                lambda data: LogForm.at(door, data),
                lambda door, cleaned: services.log(door, cleaned | {"target": target}),
            )
        return check_mail()

    return taking.at_the_door(request, page_id, UrgentActionMixin, answer)


@router.post("/{page_id}/copy", response=answers((200, CopySaid), *FORM), url_name="api_copy")
def copy(request, page_id: Id, typed: CopyTyped):
    """The letter with its writer’s name in it, to be sent by one's own mail program or on paper.
    Nothing of it is kept. Who has sent it says so with ``log``."""

    def answer(door):
        place = _place(door, typed.target)
        form = taking.read(request, typed, CopyForm)
        if refused := handing.refuse(request, place, form):
            raise taking.refusal(refused, door, form)
        made, cleaned = handing.made(place, form)
        return said.copy(place, made, cleaned, handing.share(place, cleaned))

    return taking.at_the_door(request, page_id, UrgentActionMixin, answer)


@router.get("/{page_id}/letters", response=answers((200, WallSaid), 422), url_name="api_letters")
def letters(request, page_id: Id, after: Annotated[Number | None, Query()] = None):
    """The letters of solidarity that their writers let be shown, newest first, 20 a page; ``after``
    is ``older`` of the page before. 404 where letters go to targets: none of them is ever shown."""

    def answer(door):
        page = doors.find_page(page_id, UrgentActionMixin)
        found, older = letters_wall.a_page(page.get_action(), after)
        with _in_its_language(request, door):
            return {"letters": [letter.as_json() for letter in found], "older": older}

    return taking.at_the_door(request, page_id, UrgentActionMixin, answer)


def _place(door, target: int | None, country: str = "", language: str = "") -> writing.Place:
    place = writing.place(door, target, country, language)
    if place.lacks_target and door.status() == State.OPEN:
        raise problems.invalid({"target": [_("Please say whom to write to.")]})
    return place


def _check_open(door) -> None:
    if door.status() != State.OPEN:
        raise taking.not_open(door)


def _in_its_language(request, door):
    """Content is in the language of the page, whatever that of the request: the same for all."""
    may_be_kept(request)
    request.LANGUAGE_CODE = door.language
    return translation.override(door.language)
