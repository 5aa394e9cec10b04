"""What is still missing before an urgent action can do what it is for, and where it is mended."""

from dataclasses import dataclass

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_languages

from ..actions import words
from . import publishing
from .models import UrgentAction
from .publishing import called
from .targets import ContactState, Mission

#: So many targets are named for one problem, the others counted.
NAMED = 5


@dataclass(frozen=True)
class Problem:
    """One thing to mend, and where: a record, a model (its list), or the name of a page about the
    action ("edit", "templates", "template_add"), with ``?query``."""

    said: str
    where: models.Model | type[models.Model] | str
    query: str = ""
    #: Whether no page can be published before.
    stops: bool = False


def problems(action: UrgentAction, page=None) -> list[Problem]:
    """What there is to mend; of a page also what stands in its text. Six queries, however many
    targets."""
    persons = list(action.persons.prefetch_related("words"))
    targets = list(action.targets.select_related("mission").prefetch_related("words", "contacts"))
    templates = list(action.templates.all())
    return [
        *_of_publishing(persons, page),
        *_of_the_deadline(action),
        *_of_the_persons(persons),
        *_of_the_targets(action, targets),
        *_of_the_letters(action, targets, {template.language for template in templates}),
    ]


def _of_publishing(persons, page):
    if page is not None and page.guarded_action():
        found = publishing.hindrances(page)
        return [Problem(hindrance.said, hindrance.of, stops=True) for hindrance in found]
    return [
        Problem(
            _("%(person)s has not agreed to publication.") % {"person": called(p)}, p, stops=True
        )
        for p in persons
        if not p.has_agreed
    ]


def _of_the_deadline(action):
    if not action.closes_at:
        yield Problem(_("There is no deadline."), "edit")
    elif action.closes_at <= timezone.now():
        yield Problem(_("The deadline has passed: no letter can be written any more."), "edit")


def _of_the_persons(persons):
    if not persons:
        yield Problem(_("Nobody is named for whom it is written."), "edit")
    for person in persons:
        if person.is_to_be_asked_again:
            said = _("%(person)s: ask again whether they still agree to publication.")
            yield Problem(said % {"person": called(person)}, person)


def _of_the_targets(action, targets):
    if action.is_solidarity:
        return
    in_use = [target for target in targets if target.is_active]
    if not in_use:
        yield Problem(_("There is no target: nobody can write to anybody."), "edit")
    missions = Mission.objects.filter(country=action.missions_of, is_active=True)
    if action.missions_of and not missions.exists():
        yield Problem(_("No embassy of the state that you chose is known or in use."), Mission)
    contacts = [(target, contact) for target in in_use for contact in target.contacts.all()]
    refusing = {t: None for t, contact in contacts if contact.state == ContactState.REFUSES}
    old = {t: None for t, contact in contacts if contact.works and contact.is_old}
    silent = [target for target in in_use if not target.contacts.all()]
    yield from _each(refusing, _("%(target)s: a contact refuses mail."))
    yield from _each(old, _("%(target)s: a contact has not been verified for a year."))
    yield from _each(silent, _("%(target)s: there is no contact."))


def _each(targets, said: str):
    targets = list(targets)
    for target in targets[:NAMED]:
        # An embassy has a page of its own.
        record = getattr(target, "mission", target)
        yield Problem(said % {"target": target}, record)
    if more := len(targets) - NAMED if len(targets) > NAMED else 0:
        others = _("and %(number)s other targets") % {"number": words.number(more)}
        yield Problem(said % {"target": others}, "edit")


def _of_the_letters(action, targets, written: set[str]):
    spoken = [code for code, _name in get_content_languages().items()]
    for code in spoken:
        if code not in written:
            said = _("There is no letter to start from in the language “%(language)s”.")
            language = words.language(code)
            yield Problem(said % {"language": language}, "template_add", f"language={code}")
    if action.is_solidarity or not written:
        return
    unread = [t for t in targets if t.is_active and not written & set(t.languages)]
    yield from _each(unread, _("%(target)s: no letter is in a language that they read."))
    read = {code for target in targets for code in target.languages}
    for code in sorted(written - read - set(spoken)):
        said = _("No target that you chose reads the letter in “%(language)s”.")
        yield Problem(said % {"language": words.language(code)}, "templates")
