"""What keeps a page of an urgent action, or a link of its chain, from being published.

A person who hasn't agreed to publication; and a word never to be mentioned, be it in the page or in
a letter to start from. ``GuardedMixin`` refuses at the two places by which every way comes:

- ``save()`` of a page that is live, or becomes so: the editor, bulk publishing, workflows, the API
  of the admin, wagtail-localize, ``add_child`` and ``save_revision().publish()``. Wagtail publishes
  by saving the page with ``live=True``.
- ``publish()`` of the page, by which a schedule is set and, later, kept: what has become forbidden
  since is taken off the schedule and logged, instead of holding up all that is due after it.

Before that, ``admin/refusals.py`` tells editors who or what it is, and where to mend it.

Not covered: what goes past ``save()``, as ``update(live=True)``, ``bulk_create``, ``loaddata`` and
``save(clean=False)``. Copies and aliases are made with the last: an alias shows what its source was
allowed to, and a copy begins without persons. And a page that is live already stays so when a
consent is taken back: it stops naming the person at once (``drawing.draw_persons``), and the
preflight says what else there is to do.
"""

import logging
from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.fields import StreamField
from wagtail.log_actions import LogFormatter, log
from wagtail.rich_text import get_text_for_indexing

from ..actions import words
from ..actions.logs import register
from .drafting import mentions
from .models import LetterTemplate, UrgentAction

logger = logging.getLogger(__name__)

#: Texts of a page that are none of its own.
DERIVED = {"draft_title", "url_path", "path", "content_type", "latest_revision"}
#: What Wagtail's command says of itself when it publishes what is due.
SCHEDULED = "wagtail.publish.scheduled"


class Refused(ValidationError, PermissionDenied):
    """A page may not be published. Names nobody: it may end in a log.

    Forms and wagtail-localize know the first of its kinds; Wagtail's admin answers the second with
    a message, where it would show a fault.
    """


@dataclass(frozen=True)
class Hindrance:
    """One reason: in words for the editor, and of what: a Person, a LetterTemplate or the page."""

    said: str
    of: models.Model
    #: The same without any name or word, for logs.
    bare: str
    #: The word that must not be mentioned, "" for a consent that is missing.
    word: str = ""


def hindrances(page) -> list[Hindrance]:
    """Why a page, with the content that it holds now, may not be published."""
    action = page.guarded_action()
    if action is None:
        return []
    persons = list(action.persons.prefetch_related("words"))
    found = [_not_agreed(person) for person in persons if not person.has_agreed]
    if not any(person.mentions for person in persons):
        return found
    found += [
        _mentioned(word, template)
        for template in action.templates.all()
        for word in mentions.found_in(f"{template.subject}\n{template.text}", persons)
    ]
    said = "\n".join(texts_of(page))
    return found + [_mentioned(word, page) for word in mentions.found_in(said, persons)]


def _not_agreed(person) -> Hindrance:
    said = _("%(person)s (no. %(number)s) has not agreed to publication.")
    said %= {"person": called(person), "number": person.pk}
    return Hindrance(said, person, _bare_person(person.pk))


def _mentioned(word: str, of) -> Hindrance:
    where = _in_letter(of.language) if isinstance(of, LetterTemplate) else _("this page")
    said = _("“%(word)s” must not be mentioned (%(where)s).") % {"word": word, "where": where}
    return Hindrance(said, of, _bare_word(where), word)


def _in_letter(code: str) -> str:
    return _("letter to start from: %(language)s") % {"language": words.language(code)}


def _bare_person(number: int) -> str:
    return _("Person no. %(number)s has not agreed to publication.") % {"number": number}


def _bare_word(where: str) -> str:
    return _("A word that must not be mentioned (%(where)s).") % {"where": where}


def called(person) -> str:
    """The name of a person for an editor, who may see it; in no log."""
    known = person.words_in("")
    return known.name if known else f"#{person.pk}"


def texts_of(page) -> list[str]:
    """All that is written in the fields of a page, also in those of a site's own page type."""
    said = []
    for field in page._meta.concrete_fields:
        if field.name in DERIVED or field.choices:
            continue
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            said += _strings(stream.stream_block.get_prep_value(stream)) if stream else []
        elif isinstance(field, models.CharField | models.TextField):
            said.append(_plain(getattr(page, field.attname) or ""))
    return said


def _strings(value) -> list[str]:
    if isinstance(value, str):
        return [_plain(value)]
    if isinstance(value, dict):
        # Of a block the value alone: its type and id are nothing that anybody reads.
        inner = [value["value"]] if {"type", "value"} <= value.keys() else value.values()
        return [said for part in inner for said in _strings(part)]
    if isinstance(value, list | tuple):
        return [said for part in value for said in _strings(part)]
    return []


def _plain(text: str) -> str:
    return get_text_for_indexing(text) if "<" in text or "&" in text else text


@register("campaign.not_published")
class NotPublished(LogFormatter):
    """By Wagtail's command, so by nobody. Ids of ``persons`` without consent; languages of
    ``letters``, and whether it is the ``page`` itself, that have a word never to be mentioned."""

    label = gettext_lazy("Not publish as scheduled")

    def format_message(self, log_entry):
        data = log_entry.data
        reasons = [_bare_person(pk) for pk in data.get("persons", [])]
        reasons += [_bare_word(_in_letter(code)) for code in data.get("letters", [])]
        reasons += [_bare_word(_("this page"))] if data.get("page") else []
        said = " ".join(reasons)
        return _("Was not published as scheduled: %(reasons)s") % {"reasons": said}


def _for_log(found: list[Hindrance]) -> dict:
    return {
        "persons": [h.of.pk for h in found if not h.word],
        "letters": [h.of.language for h in found if h.word and isinstance(h.of, LetterTemplate)],
        "page": any(h.word and not isinstance(h.of, LetterTemplate) for h in found),
    }


class GuardedMixin(models.Model):
    """For the pages of an urgent action and of its chain: comes before ``Page`` in the bases."""

    class Meta:
        abstract = True

    def save(self, clean=True, **kwargs):
        """Saves the page. Raises ``Refused`` where the public would see what it must not."""
        if self.live and clean and not kwargs.get("update_fields"):
            _refuse(hindrances(self))
        super().save(clean=clean, **kwargs)

    def guarded_action(self) -> UrgentAction | None:
        """The urgent action that the page is about, None where it isn't known yet."""
        raise NotImplementedError

    def publish(self, revision, user=None, log_action=True, **kwargs):
        """Publishes a revision, or sets its schedule. Raises ``Refused``; what is due by schedule
        is taken off it instead, with an entry in the history of the page."""
        found = hindrances(revision.as_object())
        if not found:
            return super().publish(revision, user=user, log_action=log_action, **kwargs)
        if log_action != SCHEDULED:
            _refuse(found)
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        logger.warning("Page %s was not published on schedule: see its history.", self.pk)
        log(self, "campaign.not_published", data=_for_log(found))
        return None


def _refuse(found: list[Hindrance]) -> None:
    if found:
        raise Refused({NON_FIELD_ERRORS: [hindrance.bare for hindrance in found]})
