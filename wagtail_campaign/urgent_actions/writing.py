"""The page on which a letter is written: for which target, in which language, from where."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

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
    def lacks_target(self) -> bool:
        """Whether only embassies are written to, and which of them isn't said yet."""
        return self.target is None and not self.action.is_solidarity

    @property
    def languages(self) -> list[str]:
        """Those in which there is a letter to start from."""
        return sorted({template.language for template in self.action.templates.all()})

    def form(self, data=None, **more) -> LetterForm:
        """The form of the letter, with what was sent."""
        is_solidarity = self.action.is_solidarity
        return LetterForm.at(self.door, data, is_solidarity=is_solidarity, **more)

    def completed(self, typed: dict) -> dict:
        """What ``services.write`` needs: the cleaned data of the form, and to whom it goes."""
        return typed | {
            "target": self.target,
            "contact": self.contact,
            "channel": self.channel,
            "written_in": self.language_of(typed),
        }

    def language_of(self, typed: dict) -> str:
        """The language of a letter that was sent: that of one to start from, or of the page.

        Not any of the thousand that there are: what is known of each would stay in memory.
        """
        if typed["written_in"] in {*self.languages, self.door.language}:
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


def asked(request, door: Door) -> Place:
    """Where the address of a request wants to write: ``target`` (id), ``country`` (ISO) and ``in``
    (language). Raises ``Http404`` as ``place`` does."""
    request.LANGUAGE_CODE = door.language
    target = request.GET.get("target", "")
    if target and not (target.isascii() and target.isdecimal() and len(target) < 19):
        raise Http404
    country, language = request.GET.get("country", ""), request.GET.get("in", "")
    return place(door, int(target) if target else None, country, language)


def place(door: Door, target: int | None = None, country: str = "", language: str = "") -> Place:
    """Where a letter is written: to a target (its id, else the first one), by who lives in a
    country, in a language (else the one that suits best). Raises ``Http404`` for a target that the
    action hasn't got."""
    page = doors.find_page(door.page_id, UrgentActionMixin)
    action = UrgentAction.objects.prefetch_related("templates").get(pk=door.action_id)
    country = country if country in countries.codes() else ""
    found = None if action.is_solidarity else _target(action, target)
    letter, beside = draft(action, found, language, door.language)
    return Place(door, page, action, found, country, letter, beside)


def _target(action: UrgentAction, wanted: int | None) -> Target | None:
    targets = Target.objects.filter(is_active=True).prefetch_related("words", "contacts")
    offered = action.targets.filter(is_active=True)
    if not wanted:
        first = offered.order_by("pk").first()
        return targets.get(pk=first.pk) if first else None
    found = targets.filter(pk=wanted).first()
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
    return place.form(initial=initial)


def sent_form(place: Place, data) -> LetterForm:
    """The form with what was sent for the site to pass on; with an error where it can't."""
    form = place.form(data)
    if not place.can_be_sent:
        form.add_error(None, _("We know of no e-mail address that works. Please send it yourself."))
    return form


def show(request, place: Place, form, status: int = 200, **more):
    """The page with the letter."""
    more |= {"languages": place.languages, "longest_link": LONGEST_LINK}
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
