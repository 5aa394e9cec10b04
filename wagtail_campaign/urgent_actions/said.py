"""What the API says of targets and letters."""

from datetime import date

from django.urls import reverse
from django.utils.http import urlencode
from ninja import Schema
from pydantic import Field

from ..headless.actions import Form
from ..headless.content import form_said
from .copies import paper
from .copies.copy import LONGEST_LINK, Copy, mailto
from .directory.contacts import ContactKind
from .directory.missions import Mission, MissionKind
from .directory.targets import Target
from .drafting.placeholders import blanks_in
from .forms import CopyForm, LogForm, to_target
from .writing import Place, empty_form


class ContactSaid(Schema):
    """A way to reach a target, and how far it can be relied on."""

    kind: ContactKind
    value: str = Field(description="The address, number or link.")
    works: bool = Field(description="False where it refused mail lately, or is known to be wrong.")
    verified_on: date | None
    is_old: bool = Field(description="Nobody has verified it for a year, or ever: say so.")


class TargetSaid(Schema):
    """To whom is written, as it is called in the language of the page, or in one that is known."""

    id: int
    title: str = Field(description="Name and office, or the office alone.")
    language: str = Field(description="Of the title and the address.")
    address: list[str] = Field(description="The postal address, line by line.")
    country: str = Field(description="Whose office it is; of an embassy, the state that sends it.")
    reads: list[str] = Field(description="Languages, the best first.", examples=[["kk", "ru"]])
    contacts: list[ContactSaid]


class MissionSaid(TargetSaid):
    """An embassy or consulate."""

    kind: MissionKind
    host: str = Field(description="Where it is; another country where it is accredited to both.")


class TargetsSaid(Schema):
    """To whom can be written."""

    country: str
    targets: list[TargetSaid] = Field(description="Those for everybody; none for solidarity.")
    missions: list[MissionSaid] = Field(description="The embassies nearest to the country.")


class LetterSaid(Schema):
    """A letter to start from; what only its writer knows stands in brackets."""

    language: str
    subject: str
    text: str


class ByMail(Schema):
    """What the writer's own mail program needs."""

    to: str = Field(description="“” where no address is known that works.")
    copies: list[str]
    longest_link: int = Field(description="Characters; a longer ``mailto:`` is cut by some.")


class Ways(Schema):
    """How the letter can be sent."""

    site: bool = Field(description="The site mails it to the target: ``forms.write``.")
    campaign: bool = Field(description="The campaign hands it over: ``forms.write``.")
    mail: ByMail | None = Field(description="By the writer’s mail program: ``forms.copy``.")
    post: list[str] | None = Field(
        description="On paper: ``forms.copy``. To whom, in the letter’s language, line by line."
    )


class WritingSaid(Schema):
    """A letter about to be written."""

    target: TargetSaid | None = Field(description="None for letters of solidarity.")
    country: str
    letter: LetterSaid | None = Field(description="None where there is none to start from.")
    beside: LetterSaid | None = Field(
        description="The same in the language of the page, to read; None where it is that one."
    )
    languages: list[str] = Field(description="Those in which there is one to start from.")
    blanks: dict[str, str] = Field(
        description="What stands in the letter for name, city and country of its writer: they are"
        " filled in when it is sent."
    )
    ways: Ways
    file_url: str | None = Field(
        description="Where a browser’s form posts what ``forms.copy`` names, and ``do``: “eml” or"
        " “pdf” gives a file, “print” a page."
    )
    forms: dict[str, Form] = Field(description="write, copy, log: those that can be used.")


class SheetSaid(Schema):
    """The letter on paper, in its language."""

    sender: list[str]
    recipient: list[str]
    place_and_date: str
    beside: str = Field(description="The same in the writer’s language, where that was wished.")
    said_copies: str = Field(description="Whom copies go to, in words.")


class CopySaid(Schema):
    """A letter with who wrote it filled in, for its writer to send."""

    to: str
    copies: list[str]
    subject: str
    text: str
    mailto: str = Field(description="The link that opens it in a mail program; “” if too long.")
    own_share: int = Field(description="Per cent of it that are the writer’s own words.")
    sheet: SheetSaid


class WallLetter(Schema):
    """A letter of solidarity, under the name that its writer chose."""

    text: str
    language: str
    name: str
    country: str
    on: date = Field(description="Of its moment the day alone is told.")


class WallSaid(Schema):
    """Letters that may be shown, newest first."""

    letters: list[WallLetter]
    older: int | None = Field(description="``after`` of the next page; none where nothing is left.")


def target(target: Target, language: str) -> dict:
    """A target or mission, called as it is in a language."""
    words = target.words_in(language)
    said = {
        "id": target.pk,
        "title": words.title if words else "",
        "language": words.language if words else "",
        "address": words.lines if words else [],
        "country": target.country,
        "reads": target.languages,
        "contacts": [contact for contact in target.contacts.all() if contact.value],
    }
    if isinstance(target, Mission):
        said |= {"kind": target.kind, "host": target.host}
    return said


def writing(place: Place) -> dict:
    """``WritingSaid``, in the language of its page, which is active."""
    page_language = place.door.language
    language = place.draft.language if place.draft else page_language
    is_own = not place.action.is_solidarity
    by_mail = {
        "to": place.contact.value if place.contact else "",
        "copies": place.copies,
        "longest_link": LONGEST_LINK,
    }
    return {
        "target": place.target and target(place.target, page_language),
        "country": place.country,
        "letter": place.draft,
        "beside": place.beside,
        "languages": place.languages,
        "blanks": blanks_in(language),
        "ways": {
            "site": is_own and place.can_be_sent,
            "campaign": not is_own,
            "mail": by_mail if is_own else None,
            "post": paper.recipient(place.target, language) if is_own else None,
        },
        "file_url": _file_url(place) if is_own else None,
        "forms": _forms(place),
    }


def _file_url(place: Place) -> str:
    asked = {"target": place.target.pk, "country": place.country}
    url = reverse("wagtail_campaign:letter_write", args=[place.door.page_id])
    return f"{url}?{urlencode(asked)}"


def _forms(place: Place) -> dict[str, dict]:
    letter = empty_form(place)
    found = {}
    if place.can_be_sent:
        found["write"] = letter
    if not place.action.is_solidarity:
        found["copy"] = CopyForm(initial=letter.initial)
        found["log"] = LogForm.at(place.door, initial={"country": place.country})
        found = {verb: to_target(form, place.target.pk) for verb, form in found.items()}
    page_id, language = place.door.page_id, place.door.language
    return {
        verb: form_said(f"api_{verb}", [page_id], form, language) for verb, form in found.items()
    }


def copy(place: Place, copy: Copy, typed: dict, own_share: int) -> dict:
    """``CopySaid`` of a letter that is handed back."""
    return {
        "to": copy.to,
        "copies": copy.cc,
        "subject": copy.subject,
        "text": copy.text,
        "mailto": mailto(copy),
        "own_share": own_share,
        "sheet": paper.sheet(place, copy, typed),
    }
