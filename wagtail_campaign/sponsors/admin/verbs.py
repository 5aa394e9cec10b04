"""What the pages have in common on which an editor says yes to a verb: for one entry, or all that
were ticked."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...actions.admin.verbs import VerbView
from .. import permissions
from ..moderating import Done
from .listing import SponsorsMixin


class SponsorVerbView(SponsorsMixin, VerbView):
    """Asks about entries; subclasses say with which the verb has something to do."""

    rights = (permissions.MODERATE,)
    related = ("sponsor_list", "supporter")
    #: What to say of those with which it has nothing to do, and what will happen to the others.
    only = gettext_lazy("There is nothing to do.")
    consequences: tuple = ()

    def can_be(self, sponsor) -> bool:
        """Whether the verb has something to do with an entry."""
        raise NotImplementedError

    @cached_property
    def chosen(self) -> list:
        """Those with which it has."""
        return [sponsor for sponsor in self.records if self.can_be(sponsor)]

    @property
    def is_useless(self):
        return not self.chosen

    def what(self):
        if len(self.ids) == 1:
            return _("Sponsor no. %(number)s") % {"number": self.ids[0]}
        return ngettext("%(number)s sponsor", "%(number)s sponsors", len(self.ids)) % {
            "number": len(self.ids)
        }

    def explain(self):
        if self.is_useless:
            return [self.only]
        number = len(self.chosen)
        named = [sponsor.name for sponsor in self.chosen[:3]]
        first = ngettext("%(number)s entry: %(names)s", "%(number)s entries: %(names)s", number) % {
            "number": number,
            "names": ", ".join(named) + (" …" if number > 3 else ""),
        }
        others = len(self.records) - number
        if not others:
            return [first, *self.consequences]
        rest = ngettext(
            "%(number)s other stays as it is.", "%(number)s others stay as they are.", others
        ) % {"number": others}
        return [first, *self.consequences, rest]

    def do(self, form) -> Done:
        """Calls the verb."""
        raise NotImplementedError

    def act(self, form):
        done = self.do(form)
        self.nothing_done = not done.number
        told = ngettext("Done: %(number)s entry.", "Done: %(number)s entries.", done.number)
        told %= {"number": done.number}
        if done.twice:
            said = _("Already on the list under one of its names, and left: %(numbers)s.")
            told = f"{told} {said % {'numbers': _numbers(done.twice)}}"
        if done.changed:
            said = _("Changed since you looked, and left: %(numbers)s. Please look again.")
            told = f"{told} {said % {'numbers': _numbers(done.changed)}}"
        return told + self.left(done.told)


def _numbers(ids: list[int]) -> str:
    return ", ".join(f"№\u00a0{pk}" for pk in ids)
