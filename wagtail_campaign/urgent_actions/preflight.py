"""What is still missing before an urgent action can do what it is for, and where it is mended.

Of the names of pages there are "edit", "templates" and "template_add".
"""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_languages

from ..actions import words
from ..actions.preflight import Problem
from . import publishing
from .directory.contacts import ContactState
from .directory.missions import Mission
from .drafting import placeholders
from .models import UrgentAction
from .publishing import called

#: So many targets are named for one problem, the others counted.
NAMED = 5


def problems(action: UrgentAction, page=None) -> list[Problem]:
    """What there is to mend; of a page also what stands in its text. Eight queries, however many
    targets."""
    persons = list(action.persons.prefetch_related("words"))
    targets = list(action.targets.select_related("mission").prefetch_related("words", "contacts"))
    templates = list(action.templates.order_by("language"))
    written = {template.language for template in templates}
    return [
        *_of_publishing(persons, page),
        *_of_the_deadline(action),
        *_of_the_persons(persons),
        *_of_the_targets(action, targets, written),
        *_of_the_letters(action, targets, written),
        *_of_the_braces(templates, persons),
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
        yield Problem(_("There is no deadline."), "edit", field="closes_at")
    elif action.closes_at <= timezone.now():
        yield Problem(
            _("The deadline has passed: no letter can be written any more."),
            "edit",
            field="closes_at",
        )


def _of_the_persons(persons):
    if not persons:
        yield Problem(_("Nobody is named for whom it is written."), "edit", field="persons")
    for person in persons:
        if person.is_to_be_asked_again:
            said = _("%(person)s: ask again whether they still agree to publication.")
            yield Problem(said % {"person": called(person)}, person)
        for code in get_content_languages():
            # The page would show a name in another script.
            if said := placeholders.missing(person, code, ""):
                yield Problem(said, person)


def _of_the_targets(action, targets, written):
    if action.is_solidarity:
        return
    in_use = [target for target in targets if target.is_active]
    if not in_use:
        yield Problem(
            _("There is no target: nobody can write to anybody."), "edit", field="targets"
        )
    missions = Mission.objects.filter(country=action.missions_of, is_active=True)
    missions = list(missions.prefetch_related("words")) if action.missions_of else []
    if action.missions_of and not missions:
        yield Problem(_("No embassy of the state that you chose is known or in use."), Mission)
    contacts = [(target, contact) for target in in_use for contact in target.contacts.all()]
    refusing = {t: None for t, contact in contacts if contact.state == ContactState.REFUSES}
    old = {t: None for t, contact in contacts if contact.works and contact.is_old}
    silent = [target for target in in_use if not target.contacts.all()]
    yield from _each(refusing, _("%(target)s: a contact refuses mail."))
    yield from _each(old, _("%(target)s: a contact has not been verified for a year."))
    yield from _each(silent, _("%(target)s: there is no contact."))
    # An embassy may be chosen as a target, too.
    asked = {target.pk: target for target in [*in_use, *missions]}.values()
    foreign = [target for target in asked if not _is_greeted(target, written)]
    yield from _each(
        foreign, _("%(target)s: no salutation is known in the language of the letter they get.")
    )


def _is_greeted(target, written: set[str]) -> bool:
    """Whether the salutation is in the language of the letter that a target gets; also where it
    gets none that it reads, which is said elsewhere."""
    got = next((code for code in target.languages if code in written), None)
    return got is None or got in {known.language for known in target.words.all()}


def _each(targets, said: str):
    targets = list(targets)
    for target in targets[:NAMED]:
        # An embassy has a page of its own.
        record = getattr(target, "mission", target)
        yield Problem(said % {"target": target}, record)
    if more := len(targets) - NAMED if len(targets) > NAMED else 0:
        others = _("and %(number)s other targets") % {"number": words.number(more)}
        yield Problem(said % {"target": others}, "edit", field="targets")


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


def _of_the_braces(templates, persons):
    """Letters that were right when they were saved: persons and deadlines change later."""
    spoken = get_content_languages()
    nameless = {placeholders.missing(p, code, "") for p in persons for code in spoken}
    for template in templates:
        language = words.language(template.language)
        whole = f"{template.subject}\n{template.text}"
        for problem in placeholders.unfillable(whole, template, persons):
            if problem in nameless:
                # That is said of the person.
                continue
            said = _("Letter to start from (%(language)s): %(problem)s")
            yield Problem(said % {"language": language, "problem": problem}, template)
