"""The live settings of a sponsor list: what acts at once and in every language."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from ...actions.admin import live_settings
from ...actions.admin.live_settings import AskPanel, dates_panels, embeds_panel, goal_panel
from ...actions.models import State
from .. import permissions
from ..models import SponsorList
from ..pages import SponsorPageMixin
from .panels import live


class SettingsForm(live_settings.SettingsForm):
    """The settings, with each state explained where it is chosen."""

    states = {
        State.OPEN: gettext_lazy("people can join, within the dates below"),
        State.PAUSED: gettext_lazy(
            "nobody can join for now; who was mailed a link already can still confirm"
        ),
        State.CLOSED: gettext_lazy(
            "joining is over; who joined in time can still confirm, and the list is shown"
        ),
        State.ARCHIVED: gettext_lazy(
            "kept on record; nobody can join or confirm, and the page says so"
        ),
    }

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("joins_persons") and not cleaned.get("joins_organisations"):
            said = _("Let persons or organisations join. To let nobody in, pause the list.")
            raise ValidationError(said, code="nobody")
        return cleaned


settings_panels = ObjectList(
    [
        MultiFieldPanel(
            [FieldPanel("state", widget=forms.RadioSelect), *dates_panels()],
            heading=gettext_lazy("State and dates"),
            icon="calendar-alt",
        ),
        goal_panel(),
        MultiFieldPanel(
            [FieldPanel("joins_persons"), FieldPanel("joins_organisations")],
            heading=gettext_lazy("Who may join"),
            icon="group",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([AskPanel("ask_country"), AskPanel("ask_quote")]),
                FieldRowPanel([AskPanel("ask_role"), AskPanel("ask_organisation")]),
                FieldRowPanel([AskPanel("ask_website"), AskPanel("ask_members")]),
            ],
            heading=gettext_lazy("What the form asks"),
            help_text=gettext_lazy(
                "The name and an e-mail address are always asked; of an organisation also who fills"
                " in the form, and in what capacity. Persons are asked for role and organisation,"
                " organisations for web site and members."
            ),
            icon="form",
        ),
        embeds_panel(),
    ],
    base_form_class=SettingsForm,
)


class SettingsView(live_settings.SettingsView):
    """Edits what acts at once."""

    model = SponsorList
    right = permissions.SETTINGS
    index_url_name = "campaign_sponsor_lists:index"
    edit_url_name = "campaign_sponsor_lists:edit"
    page_title = gettext_lazy("Settings of the list")

    def get_queryset(self):
        return permissions.lists_of(self.request.user)

    def live(self, action):
        return live(action, self.request.user)


class OfPageView(live_settings.OfPageView):
    """From a page in the editor to the settings of its list, or to its sponsors."""

    page_class = SponsorPageMixin
    edit_url_name = "campaign_sponsor_lists:edit"
    records_url_name = "campaign_sponsors:index"
    field = "sponsor_list"
