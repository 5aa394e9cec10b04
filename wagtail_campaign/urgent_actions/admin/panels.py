"""The live numbers of an urgent action, beside its page in the editor."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...actions import endings, goals, siblings, tallies, words
from ...actions.admin import numbers
from ...actions.admin.panels import LivePanel, status_label
from ...actions.permissions import may_edit
from .. import permissions
from ..chain import Link, model_for
from ..models import METRIC, Delivery, Letter, UrgentAction


class NumbersPanel(LivePanel):
    """Letters, state and deadline of the urgent action behind a page, with the ways to its settings
    and letters to start from. Put it into the panels of a page with UrgentActionMixin."""

    class BoundPanel(LivePanel.BoundPanel):
        rights = (permissions.NUMBERS, permissions.SETTINGS)
        not_yet = gettext_lazy(
            "Once the page is saved and opened again, this shows how many wrote, and leads to the"
            " settings of the urgent action: targets, persons, deadline, letters to start from."
        )

        def live(self, action):
            return live(action, self.request.user)


def live(action: UrgentAction, user) -> dict:
    """What the template ``admin/numbers.html`` is given, as far as the user's rights go."""
    context = {
        "action": action,
        "status": status_of(action, siblings.published([action.key])),
        "facts": [(_("Deadline"), deadline(action))],
        "forgets_on": endings.forgets_on(action),
        "forgetting": "wagtail_campaign/admin/urgent_forgetting.html",
        "ways": _ways(action, user),
        "links": _links(action, user),
    }
    if permissions.can(user, permissions.NUMBERS):
        count = tallies.by_metric(action.key).get(METRIC, 0)
        by_delivery = deliveries([action.pk]).get(action.pk, {})
        context["figures"] = [
            (_("Letters"), count),
            *(
                (delivery.label, by_delivery[delivery])
                for delivery in Delivery
                if by_delivery.get(delivery)
            ),
        ]
        goal = goals.shown(action.goal, action.raises_goal, count)
        context["goal"], context["percent"] = goal, count * 100 // goal if goal else None
        read = context["numbers"] = numbers.read(action, action.letters)
        context["languages"] = [(words.language(code), number) for code, number in read.languages]
    return context


def status_of(action: UrgentAction, published: set) -> str:
    """Where an urgent action stands, in a word; ``published`` as ``status_label`` has it."""
    return _("Stopped") if action.stopped_at else status_label(action, published)


def deliveries(action_ids) -> dict[int, dict[str, int]]:
    """Confirmed letters by urgent action and delivery, at most some minutes old."""
    return numbers.states_of(action_ids, Letter, "urgent_action", "delivery")


def deadline(action: UrgentAction) -> str:
    """The deadline with the days that are left, in words."""
    if not action.closes_at:
        return _("none")
    left = action.closes_at - timezone.now()
    day = words.local_day(action.closes_at)
    if left.total_seconds() <= 0:
        return _("%(day)s, passed") % {"day": day}
    if not left.days:
        return _("%(day)s, less than a day left") % {"day": day}
    return ngettext("%(day)s, %(number)s day left", "%(day)s, %(number)s days left", left.days) % {
        "day": day,
        "number": words.number(left.days),
    }


def _ways(action: UrgentAction, user) -> list[tuple[str, str]]:
    """(label, address) of the pages about an urgent action that a user may go to."""

    def of(name):
        return reverse(f"campaign_urgent_actions:{name}", args=[action.pk])

    own, can = may_edit(user, action), permissions.can
    settings = own and can(user, permissions.SETTINGS)
    letters = own and can(user, *permissions.ANY_OF_LETTERS)
    ways = [
        (settings, _("Urgent action settings"), of("edit")),
        (settings, _("Letters to start from"), of("templates")),
        (
            letters,
            _("Letters"),
            f"{reverse('campaign_letters:index')}?urgent_action={action.pk}",
        ),
        (
            can(user, permissions.NUMBERS),
            _("Numbers"),
            reverse("campaign_letters:figures", args=[action.pk]),
        ),
    ]
    return [(label, url) for may, label, url in ways if may]


def _links(action: UrgentAction, user) -> list[tuple[str, str]]:
    """(label, address) of what can follow in the chain, where the page is public and the user may
    add to it. The address says what it does before anything is done."""
    page = siblings.source_page(action.key)
    if page is None or not page.live or model_for(type(page)) is None:
        return []
    if not page.permissions_for_user(user).can_add_subpage():
        return []
    return [
        (link.label, reverse("campaign_urgent_actions:draft", args=[page.pk, link.value]))
        for link in Link
    ]
