"""The live settings of an urgent action: to whom, for whom, until when."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
)

from ...actions import siblings
from ...actions.admin import live_settings
from ...actions.admin.live_settings import dates_panels, embeds_panel, goal_panel
from ...actions.models import State
from .. import permissions
from ..models import UrgentAction
from ..pages import UrgentActionMixin
from ..publishing import called
from .choosing import person_chooser, target_chooser
from .panels import live
from .preflight import preflight


class SettingsForm(live_settings.SettingsForm):
    """The settings. Nobody is shown to the public who hasn't agreed to it."""

    states = {
        State.OPEN: gettext_lazy(
            "people can write until the deadline; it also takes a stop of the chain back"
        ),
        State.PAUSED: gettext_lazy("nobody can write for now; what waits goes on later"),
        State.CLOSED: gettext_lazy(
            "writing is over; what has not gone is cancelled, and its writers are told"
        ),
        State.WON: gettext_lazy("what was asked for was achieved; nothing can be written any more"),
        State.ARCHIVED: gettext_lazy("kept on record with its count, and the page says so"),
    }

    def clean_persons(self):
        persons = self.cleaned_data["persons"]
        before = set(self.instance.persons.values_list("pk", flat=True))
        added = [person for person in persons if person.pk not in before]
        silent = [person for person in added if not person.has_agreed]
        if silent and siblings.published([self.instance.key]):
            said = _(
                "%(names)s: no consent to publication is written down, and a page of this urgent"
                " action is public. Write down the consent first, under “Persons of concern”."
            )
            names = ", ".join(called(person) for person in silent)
            raise forms.ValidationError(said % {"names": names}, code="consent")
        return persons


settings_panels = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("state", widget=forms.RadioSelect),
                *dates_panels(
                    FieldPanel(
                        "closes_at",
                        heading=gettext_lazy("Deadline"),
                        help_text=gettext_lazy(
                            "After it nothing is sent any more. The page shows the days left."
                        ),
                    )
                ),
            ],
            heading=gettext_lazy("State and deadline"),
            icon="calendar-alt",
        ),
        MultiFieldPanel(
            [
                FieldPanel("kind", widget=forms.RadioSelect),
                FieldPanel(
                    "persons",
                    widget=person_chooser,
                    help_text=gettext_lazy(
                        "Type some letters of the name. Whoever isn’t found is added first, under"
                        " Campaign → Persons of concern."
                    ),
                ),
            ],
            heading=gettext_lazy("What is written, and for whom"),
            icon="user",
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "targets",
                    widget=target_chooser,
                    help_text=gettext_lazy(
                        "Type some letters of the office, the name or the state. Whoever isn’t"
                        " found is added first, under Campaign → Targets."
                    ),
                ),
                FieldPanel("missions_of"),
                FieldPanel("copies_to"),
            ],
            heading=gettext_lazy("To whom"),
            icon="mail",
        ),
        goal_panel(),
        embeds_panel(),
    ],
    base_form_class=SettingsForm,
)


class SettingsView(live_settings.SettingsView):
    """Edits what acts at once, and says what is still missing."""

    model = UrgentAction
    right = permissions.SETTINGS
    index_url_name = "campaign_urgent_actions:index"
    edit_url_name = "campaign_urgent_actions:edit"
    page_title = gettext_lazy("Urgent action settings")

    def get_queryset(self):
        return permissions.actions_of(self.request.user)

    def live(self, action):
        return live(action, self.request.user)

    def preflight(self, action):
        return preflight(action, self.request.user)


class OfPageView(live_settings.OfPageView):
    """From a page in the editor to the settings of its urgent action."""

    page_class = UrgentActionMixin
    edit_url_name = "campaign_urgent_actions:edit"
