"""The page on which a letter is written: for which target, in which language, from where."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render

from ..actions import doors
from ..actions.doors import Door
from ..supporters import countries
from .copies.copy import LONGEST_LINK, Copy, mailto
from .directory.contacts import Contact
from .directory.missions import Mission
from .directory.targets import Target
from .drafting.letters import Draft, draft
from .forms import LetterForm
from .models import Channel, UrgentAction
from .pages import UrgentActionMixin

TEMPLATES = "wagtail_campaign/urgent_actions"


@dataclass(frozen=True)
class Place:
    """What a letter is about to be: its page and action, its target, the letter to start from."""

    door: Door
    page: UrgentActionMixin
    action: UrgentAction
    target: Target | None
    country: str
    draft: Draft | None
    #: The same letter in the reader's language, None where that is the one of the letter.
    beside: Draft | None

    @property
    def channel(self) -> Channel:
        """The way that the site offers."""
        return Channel.CAMPAIGN if self.action.is_solidarity else Channel.SITE

    @property
    def contact(self) -> Contact | None:
        """The e-mail address that the site writes to, None where there is none that works."""
        contact = self.target.contact("email") if self.target else None
        return contact if contact and contact.works and contact.value else None

    @property
    def can_be_sent(self) -> bool:
        """Whether the site can pass it on."""
        return self.action.is_solidarity or self.contact is not None

    @property
    def chosen(self) -> dict:
        """What ``services.write`` needs beside what was typed."""
        return {"target": self.target, "contact": self.contact, "channel": self.channel}

    def language_of(self, typed: dict) -> str:
        """The language of a letter that was sent: that of one to start from, or of the page.

        Not any of the thousand that there are: what is known of each would stay in memory.
        """
        offered = {template.language for template in self.action.templates.all()}
        if typed["written_in"] in offered | {self.door.language}:
            return typed["written_in"]
        return self.draft.language if self.draft else self.door.language

    @property
    def link_start(self) -> str:
        """The link for the writer's own mail program, before subject and letter are in it."""
        to = self.contact.value if self.contact else ""
        return mailto(Copy(subject="", text="", to=to, cc=self.copies))

    @property
    def copies(self) -> tuple[str, ...]:
        """The e-mail addresses that a letter of the writer's own goes to as well."""
        named = self.page.copies_to.split(",")
        return tuple(address.strip() for address in named if address.strip())

    @property
    def called(self):
        """What the target is called, for the reader."""
        return self.target.words_in(self.door.language) if self.target else None


def place(request, door: Door) -> Place:
    """Where a request wants to write. Raises ``Http404`` for a target that the action hasn't got.

    Reads ``target`` (id), ``country`` (ISO) and ``in`` (language) from the address.
    """
    page = doors.find_page(door.page_id, UrgentActionMixin)
    request.LANGUAGE_CODE = door.language
    action = UrgentAction.objects.prefetch_related("templates").get(pk=door.action_id)
    country = request.GET.get("country", "")
    country = country if country in countries.codes() else ""
    target = None if action.is_solidarity else _target(request, action)
    wanted = request.GET.get("in", "")
    letter, beside = draft(action, target, wanted, door.language)
    return Place(door, page, action, target, country, letter, beside)


def _target(request, action: UrgentAction) -> Target | None:
    wanted = request.GET.get("target", "")
    if wanted and not (wanted.isascii() and wanted.isdecimal() and len(wanted) < 19):
        raise Http404
    targets = Target.objects.filter(is_active=True).prefetch_related("words", "contacts")
    offered = action.targets.filter(is_active=True)
    if not wanted:
        first = offered.order_by("pk").first()
        return targets.get(pk=first.pk) if first else None
    found = targets.filter(pk=int(wanted)).first()
    if found and (offered.filter(pk=found.pk).exists() or _is_mission(found, action)):
        return found
    raise Http404


def _is_mission(target: Target, action: UrgentAction) -> bool:
    state = action.missions_of
    return bool(state) and Mission.objects.filter(pk=target.pk, country=state).exists()


def empty_form(place: Place) -> LetterForm:
    """The form with the letter to start from."""
    start = place.draft
    initial = {"country": place.country}
    if start:
        initial |= {"subject": start.subject, "text": start.text, "written_in": start.language}
    else:
        initial |= {"written_in": place.door.language}
    return LetterForm(initial=initial, asks=place.door.asks, wordings=place.door.wordings)


def show(request, place: Place, form, status: int = 200, **more):
    """The page with the letter."""
    languages = sorted({template.language for template in place.action.templates.all()})
    more |= {"languages": languages, "longest_link": LONGEST_LINK}
    return _render(request, place, "write.html", form, status, more)


def show_log(request, place: Place, form, status: int = 200):
    """The page "I have sent it"."""
    return _render(request, place, "log.html", form, status, {})


def _render(request, place: Place, template: str, form, status: int, more: dict):
    context = {
        "page": place.page,
        "urgent_action": place.page.get_live(request),
        "place": place,
        "form": form,
        "anchor": place.page.campaign_anchor,
        **more,
    }
    return render(request, f"{TEMPLATES}/{template}", context, status=status)
