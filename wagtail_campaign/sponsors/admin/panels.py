"""The live numbers of a sponsor list, beside its page in the editor."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions import endings, goals, siblings, tallies
from ...actions.admin.panels import LivePanel, status_label
from ...actions.permissions import may_edit
from .. import permissions
from ..ledger import COUNTED, MEMBERS, ORGANISATIONS, PERSONS
from ..models import SponsorList


class NumbersPanel(LivePanel):
    """Numbers, state and goal of the list behind a page, with the ways to its settings and
    sponsors. Put it into the panels of a page with SponsorPageMixin."""

    class BoundPanel(LivePanel.BoundPanel):
        rights = (permissions.NUMBERS, permissions.SETTINGS, *permissions.ANY_OF_SPONSORS)
        not_yet = gettext_lazy(
            "Once the page is saved and opened again, this shows how many have joined, and leads to"
            " the settings of the list: who may join, opening and closing, what the form asks."
        )

        def live(self, action):
            return live(action, self.request.user)


def live(sponsor_list: SponsorList, user) -> dict:
    """What the template ``admin/numbers.html`` is given, as far as the user's rights go."""
    context = {
        "action": sponsor_list,
        "status": status_label(sponsor_list, siblings.published([sponsor_list.key])),
        "forgets_on": endings.forgets_on(sponsor_list),
        "ways": _ways(sponsor_list, user),
    }
    if permissions.can(user, permissions.NUMBERS):
        counts = tallies.by_metric(sponsor_list.key)
        total = sum(counts.get(metric, 0) for metric in COUNTED)
        context["figures"] = [
            (_("Organisations"), counts.get(ORGANISATIONS, 0)),
            (_("Persons"), counts.get(PERSONS, 0)),
            (_("Members of organisations"), counts.get(MEMBERS, 0)),
        ]
        goal = goals.shown(sponsor_list.goal, sponsor_list.raises_goal, total)
        context["goal"], context["percent"] = goal, total * 100 // goal if goal else None
    return context


def _ways(sponsor_list: SponsorList, user) -> list[tuple[str, str]]:
    """(label, address) of the pages about a list that a user may go to."""
    own, can = may_edit(user, sponsor_list), permissions.can
    records = f"{reverse('campaign_sponsors:index')}?sponsor_list={sponsor_list.pk}"
    ways = [
        (
            own and can(user, permissions.SETTINGS),
            _("Settings of the list"),
            reverse("campaign_sponsor_lists:edit", args=[sponsor_list.pk]),
        ),
        (own and can(user, *permissions.ANY_OF_SPONSORS), _("Sponsors"), records),
        (
            own and can(user, permissions.MODERATE),
            _("To be looked at"),
            f"{records}&needs_review=true",
        ),
        (
            can(user, permissions.NUMBERS),
            _("Charts"),
            reverse("campaign_sponsor_lists:figures", args=[sponsor_list.pk]),
        ),
    ]
    return [(label, url) for may, label, url in ways if may]
