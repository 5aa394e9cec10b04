"""Where a target or a person is used, as far as it stands against deleting them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...actions import words
from ...actions.titles import title_of, titles
from ..models import Letter
from ..persons import Person
from ..sending.queue import WAITS


def actions_with(record) -> list[str]:
    """The titles of the urgent actions that a target or person belongs to."""
    actions = list(record.urgent_actions.order_by("-pk"))
    known = titles(action.key for action in actions)
    return [title_of(action, known) for action in actions]


def against(record) -> list[str]:
    """Why it can't be deleted now, in sentences; [] where it can."""
    found = [
        _("It belongs to the urgent action “%(title)s”.") % {"title": title}
        for title in actions_with(record)
    ]
    if isinstance(record, Person):
        return found
    waiting = Letter.objects.filter(target=record.pk, delivery__in=WAITS).count()
    if waiting:
        found.append(
            ngettext("%(number)s letter waits for it.", "%(number)s letters wait for it.", waiting)
            % {"number": words.number(waiting)}
        )
    return found


def lost_with(record) -> list[str]:
    """What changes elsewhere if it is deleted, in sentences."""
    if isinstance(record, Person):
        return []
    written = Letter.objects.filter(target=record.pk).count()
    if not written:
        return []
    return [
        ngettext(
            "%(number)s letter was written to it. It stays and counts, but no number will say to"
            " whom it went.",
            "%(number)s letters were written to it. They stay and count, but no number will say to"
            " whom they went.",
            written,
        )
        % {"number": words.number(written)}
    ]
