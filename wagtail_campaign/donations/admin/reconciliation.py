"""Stripe against the site, as a report: what came last, what waits, what differs; and mending."""

from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...actions import words
from ...actions.admin.menu import RightsMenuItem
from ...actions.admin.records import RightsMixin
from ...actions.asking import AskView
from ...actions.titles import title_of, titles
from .. import bursts, moderation, permissions
from ..models import Donation
from ..states import DonationState, RecurringState
from ..stripe_api import gateway
from ..syncing import silence
from ..syncing.reconciling import Difference
from .asking import why_not

#: So many gifts can be asked for while an editor waits; a third of a second each.
MOST_AT_ONCE = 100


class ReconciliationMenuItem(RightsMenuItem):
    """In the menu of reports."""

    rights = (permissions.NUMBERS, permissions.SETTINGS)

    def __init__(self):
        url = reverse_lazy("campaign_donations:reconciliation")
        title = ReconciliationView.page_title
        super().__init__(title, url, name="campaign-reconciliation", icon_name="resubmit")


class ReconciliationView(RightsMixin, AskView):
    """How the webhook is, and a button that asks Stripe; what differed is shown, and mended."""

    rights = ReconciliationMenuItem.rights
    template_name = "wagtail_campaign/admin/reconciliation.html"
    page_title = gettext_lazy("Stripe and the site")
    header_icon = "resubmit"
    button = gettext_lazy("Ask Stripe, and mend what differs")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @cached_property
    def heard(self) -> silence.Heard:
        return silence.heard()

    @property
    def is_useless(self):
        return self.heard.to_ask + self.heard.waiting > MOST_AT_ONCE

    def explain(self):
        return []

    def way_back(self):
        return reverse("campaign_donations:reconciliation")

    def form_valid(self, form):
        # Shown at once: who loads it again asks again, which changes nothing more.
        if self.is_useless:
            return self.render_to_response(self.get_context_data(form=form))
        try:
            found = moderation.mend(self.request.user)
        except gateway.StripeError as error:
            return self.render_to_response(self.get_context_data(form=form, error=why_not(error)))
        del self.heard
        return self.render_to_response(self.get_context_data(form=form, found=self.rows(found)))

    def get_context_data(self, **kwargs):
        heard = self.heard
        return super().get_context_data(**kwargs) | {
            "facts": self.facts(),
            "unheard": words.moment(heard.unheard),
            "most": words.number(MOST_AT_ONCE),
        }

    def facts(self) -> list[tuple[str, str]]:
        """(label, words) of how it stands."""
        heard = self.heard
        last = words.moment(heard.last)
        mode = _("Real money") if gateway.is_live() else _("Test key: no real money")
        burst = bursts.under_way()
        trouble = (
            [(_("Burst of unpaid gifts, since"), words.moment(burst.began_at))] if burst else []
        )
        return [
            *trouble,
            (_("Last event received"), f"{last} ({heard.last_type})" if last else _("None yet")),
            (_("Events that wait to be looked at"), self.counted(heard.waiting)),
            (_("Gifts that Stripe would be asked for"), self.counted(heard.to_ask)),
            (_("Mode"), mode),
        ]

    def counted(self, number: int) -> str:
        """A number as far as it was counted."""
        most = silence.MOST_COUNTED
        if number > most:
            return _("More than %(number)s") % {"number": words.number(most)}
        return words.number(number)

    def rows(self, found: list[Difference]) -> dict:
        """What differed, as the template takes it; without a way to what isn't the user's."""
        known = titles(difference.record.fund.key for difference in found)
        states = dict(DonationState.choices) | dict(RecurringState.choices)
        own = self.own(found)
        rows = []
        for difference in found:
            record = difference.record
            is_gift = isinstance(record, Donation)
            said = _("Donation no. %(number)s") if is_gift else _("Recurring gift no. %(number)s")
            rows.append(
                {
                    "what": said % {"number": record.pk},
                    "fund": title_of(record.fund, known),
                    "was": in_words(difference.was, states),
                    "now": in_words(difference.now, states),
                    "url": reverse("campaign_donations:inspect", args=[record.pk])
                    if is_gift and record.pk in own
                    else "",
                }
            )
        number = len(rows)
        return {
            "rows": rows,
            "said": ngettext("%(number)s was mended.", "%(number)s were mended.", number)
            % {"number": words.number(number)},
        }

    def own(self, found: list[Difference]) -> set[int]:
        """The ids of the gifts that the user may open."""
        if not permissions.can(self.request.user, *permissions.ANY_OF_DONATIONS):
            return set()
        ids = [d.record.pk for d in found if isinstance(d.record, Donation)]
        gifts = permissions.donations_of(self.request.user).filter(pk__in=ids)
        return set(gifts.values_list("pk", flat=True))


def in_words(told: str, states: dict) -> str:
    """A state as ``reconciling`` tells it, "paid 0 0", with what was given back or disputed."""
    state, _space, gone = told.partition(" ")
    said = str(states.get(state, _("not known here")))
    refunded, _space, disputed = gone.partition(" ")
    if gone and (int(refunded) or int(disputed)):
        said += f" ({_('partly or wholly given back, or disputed')})"
    return said
