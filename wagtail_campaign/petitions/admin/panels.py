"""The live numbers of a petition, beside its page in the editor."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions import endings, goals, siblings, words
from ...actions.admin.panels import LivePanel, status_label
from ...actions.permissions import may_edit
from .. import permissions
from ..models import METRIC, PAPER, Petition
from . import numbers


class NumbersPanel(LivePanel):
    """Numbers, state and goal of the petition behind a page, with the ways to its settings and
    signatures. Put it into the panels of a page with PetitionMixin."""

    class BoundPanel(LivePanel.BoundPanel):
        rights = (permissions.NUMBERS, permissions.SETTINGS, *permissions.ANY_OF_SIGNATURES)
        not_yet = gettext_lazy(
            "Once the page is saved and opened again, this shows how many signed, and leads to the"
            " settings of the petition: goal, opening and closing, what the form asks."
        )

        def live(self, action):
            return live(action, self.request.user)


def live(petition: Petition, user) -> dict:
    """What the template ``admin/numbers.html`` is given, as far as the user's rights go."""
    context = {
        "action": petition,
        "status": status_label(petition, siblings.published([petition.key])),
        "forgets_on": endings.forgets_on(petition),
        "ways": _ways(petition, user),
    }
    if permissions.can(user, permissions.NUMBERS):
        read = numbers.read(petition)
        counts = numbers.counts(petition)
        count, on_paper = counts.get(METRIC, 0), counts.get(PAPER, 0)
        total = count + on_paper
        context["figures"] = [(_("Confirmed"), count)]
        if on_paper:
            context["figures"] += [(_("On paper"), on_paper), (_("Together"), total)]
        goal = goals.shown(petition.goal, petition.raises_goal, total)
        context["goal"], context["percent"] = goal, total * 100 // goal if goal else None
        context["numbers"] = read
        context["languages"] = [(words.language(code), number) for code, number in read.languages]
    return context


def _ways(petition: Petition, user) -> list[tuple[str, str]]:
    """(label, address) of the pages about a petition that a user may go to."""

    def of(name):
        return reverse(f"campaign_petitions:{name}", args=[petition.pk])

    own, can = may_edit(user, petition), permissions.can
    settings = own and can(user, permissions.SETTINGS)
    ways = [
        (settings, _("Petition settings"), of("edit")),
        (can(user, permissions.NUMBERS), _("Charts"), of("figures")),
        (settings, _("Paper signatures"), of("paper")),
        (settings, _("Outcome"), of("outcomes")),
        (
            own and can(user, *permissions.ANY_OF_SIGNATURES),
            _("Signatures"),
            f"{reverse('campaign_signatures:index')}?petition={petition.pk}",
        ),
        (own and can(user, permissions.MODERATE), _("Bulk changes"), of("sweeps")),
    ]
    return [(label, url) for may, label, url in ways if may]
