"""The live settings of a petition: what acts at once and in every language."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from ...actions.admin import live_settings
from ...actions.admin.live_settings import AskPanel, dates_panels, embeds_panel, goal_panel
from ...actions.models import State
from .. import permissions
from ..models import Petition
from ..pages import PetitionMixin
from .panels import live


class SettingsForm(live_settings.SettingsForm):
    """The settings, with each state explained where it is chosen."""

    states = {
        State.OPEN: gettext_lazy("people can sign, within the dates below"),
        State.PAUSED: gettext_lazy(
            "nobody can sign for now; who was mailed a link already can still confirm"
        ),
        State.CLOSED: gettext_lazy(
            "signing is over; who signed in time can still confirm, and the count is shown"
        ),
        State.DELIVERED: gettext_lazy(
            "the signatures were handed over; nothing can be signed or confirmed any more"
        ),
        State.ANSWERED: gettext_lazy(
            "those it is addressed to have answered; nothing can be signed or confirmed any more"
        ),
        State.WON: gettext_lazy("what was asked for was achieved; nothing can be signed any more"),
        State.ARCHIVED: gettext_lazy(
            "kept on record with its count; nothing can be signed, and the page says so"
        ),
    }


settings_panels = ObjectList(
    [
        MultiFieldPanel(
            [FieldPanel("state", widget=forms.RadioSelect), *dates_panels()],
            heading=gettext_lazy("State and dates"),
            icon="calendar-alt",
        ),
        goal_panel(),
        MultiFieldPanel(
            [
                FieldRowPanel([AskPanel("ask_last_name"), AskPanel("ask_country")]),
                FieldRowPanel([AskPanel("ask_postcode"), AskPanel("ask_organisation")]),
                AskPanel("ask_comment"),
            ],
            heading=gettext_lazy("What the form asks"),
            help_text=gettext_lazy("First name and e-mail address are always asked."),
            icon="form",
        ),
        MultiFieldPanel(
            [FieldPanel("forgets")], heading=gettext_lazy("What is kept"), icon="history"
        ),
        embeds_panel(),
    ],
    base_form_class=SettingsForm,
)


class SettingsView(live_settings.SettingsView):
    """Edits what acts at once, and offers the names to hand over."""

    model = Petition
    right = permissions.SETTINGS
    index_url_name = "campaign_petitions:index"
    edit_url_name = "campaign_petitions:edit"
    page_title = gettext_lazy("Petition settings")

    def get_queryset(self):
        return permissions.petitions_of(self.request.user)

    def live(self, action):
        shown, user = live(action, self.request.user), self.request.user
        # For those who may download the names.
        if all(permissions.can(user, r) for r in (permissions.EXPORT, permissions.PERSONAL)):
            url = reverse("campaign_petitions:hand_over", args=[action.pk])
            shown["ways"].append((_("Download names to hand over (CSV)"), url))
        return shown


class OfPageView(live_settings.OfPageView):
    """From a page in the editor to the settings of its petition, or to its signatures."""

    page_class = PetitionMixin
    edit_url_name = "campaign_petitions:edit"
    records_url_name = "campaign_signatures:index"
    field = "petition"
