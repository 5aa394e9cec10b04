"""The live settings of a fund: what acts at once and in every language."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)

from ...actions import logs
from ...actions.admin import live_settings
from ...actions.admin.live_settings import AskPanel, dates_panels, embeds_panel, goal_panel
from ...actions.models import State
from .. import permissions
from ..models import Fund, FundCurrency
from ..pages import DonationMixin
from .panels import live
from .preflight import preflight


class SettingsForm(live_settings.SettingsForm):
    """The settings, with each state explained where it is chosen."""

    states = {
        State.OPEN: gettext_lazy("people can give, within the dates below"),
        State.PAUSED: gettext_lazy(
            "nobody can begin to give for now; recurring gifts and what was begun go on"
        ),
        State.CLOSED: gettext_lazy(
            "giving is over, and the page shows what was given; recurring gifts go on until you or"
            " the donor end them"
        ),
        State.ARCHIVED: gettext_lazy(
            "kept on record with its amounts; nobody can give, and the page says so"
        ),
    }


settings_panels = ObjectList(
    [
        MultiFieldPanel(
            [FieldPanel("state", widget=forms.RadioSelect), *dates_panels()],
            heading=gettext_lazy("State and dates"),
            icon="calendar-alt",
        ),
        goal_panel(FieldPanel("goal_currency")),
        InlinePanel(
            "currencies",
            panels=[
                FieldRowPanel(
                    [FieldPanel("currency"), FieldPanel("minimum"), FieldPanel("maximum")]
                ),
                FieldRowPanel([FieldPanel("once"), FieldPanel("monthly"), FieldPanel("yearly")]),
                FieldRowPanel([FieldPanel("fee_percent"), FieldPanel("fee_fixed")]),
                FieldRowPanel([FieldPanel("rate"), FieldPanel("rate_on")]),
            ],
            heading=gettext_lazy("Currencies and amounts"),
            label=gettext_lazy("Currency"),
            help_text=gettext_lazy(
                "Whole amounts, parted by spaces. The first currency is offered first, unless the"
                " site gives the language of the page another. Without any, the fund takes that of"
                " its goal."
            ),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("asks_monthly"), FieldPanel("asks_yearly")]),
                FieldRowPanel([FieldPanel("asks_fees"), FieldPanel("shows_donors")]),
                FieldRowPanel([AskPanel("ask_last_name"), AskPanel("ask_country")]),
                FieldRowPanel([AskPanel("ask_dedication"), AskPanel("ask_comment")]),
            ],
            heading=gettext_lazy("What the form asks and offers"),
            help_text=gettext_lazy("First name and e-mail address are always asked."),
            icon="form",
        ),
        MultiFieldPanel(
            [FieldPanel("descriptor")], heading=gettext_lazy("At the bank"), icon="info-circle"
        ),
        embeds_panel(),
    ],
    base_form_class=SettingsForm,
)


class SettingsView(live_settings.SettingsView):
    """Edits what acts at once; logs what became of the currencies, too."""

    model = Fund
    right = permissions.SETTINGS
    index_url_name = "campaign_funds:index"
    edit_url_name = "campaign_funds:edit"
    page_title = gettext_lazy("Fund settings")

    def get_queryset(self):
        return permissions.funds_of(self.request.user)

    def live(self, action):
        return live(action, self.request.user)

    def preflight(self, action):
        return preflight(action, self.request.user)

    def save_instance(self):
        with transaction.atomic():
            # So that two editors come one after the other.
            list(Fund.objects.select_for_update().filter(pk=self.object.pk))
            before = _told(self.object)
            fund = super().save_instance()
            after = _told(fund)
            changes = {
                currency: [before.get(currency), after.get(currency)]
                for currency in sorted(before.keys() | after.keys())
                if before.get(currency) != after.get(currency)
            }
            if changes:
                logs.note(
                    [fund],
                    "campaign.fund_currencies",
                    self.request.user,
                    label=lambda fund: self.title,
                    changes=changes,
                )
        return fund


def _told(fund: Fund) -> dict[str, dict[str, str]]:
    """The currencies of a fund as the log keeps them."""
    names = [f.name for f in FundCurrency._meta.fields if f.name not in ("id", "fund", "currency")]
    rows = FundCurrency.objects.filter(fund=fund.pk).values_list("currency", *names)
    return {
        row[0]: {
            name: "" if value is None else str(value)
            for name, value in zip(names, row[1:], strict=True)
        }
        for row in rows
    }


class OfPageView(live_settings.OfPageView):
    """From a page in the editor to the settings of its fund, or to its donations."""

    page_class = DonationMixin
    edit_url_name = "campaign_funds:edit"
    records_url_name = "campaign_donations:index"
    field = "fund"
