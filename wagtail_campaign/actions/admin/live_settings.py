"""The live settings of an action: what acts at once and in every language."""

import swapper
from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property, lazy
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.admin.views.generic import EditView
from wagtail.admin.widgets.button import HeaderButton

from ... import signals
from ...embeds import codes, origins
from .. import logs
from ..models import Action, State
from ..permissions import may_edit
from ..siblings import source_page
from ..titles import title_of
from ..typed_dates import refuse_odd_years


class SettingsForm(WagtailAdminModelForm):
    """The settings, with each state explained where it is chosen."""

    #: What each state means that can be chosen, in the order in which they are offered.
    states: dict[State, str] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offered = [
            (state, format_html("{}: {}", state.label, said)) for state, said in self.states.items()
        ]
        if self.instance.state not in self.states:
            offered.append((self.instance.state, self.instance.get_state_display()))
        self.fields["state"].choices = offered
        for name in ("opens_at", "closes_at"):
            self.fields[name].validators.append(refuse_odd_years)

    def clean(self):
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("It has to close after it opens."))
        return cleaned


def dates_panels(closes: FieldPanel | None = None) -> list:
    """Opening and closing (or the panel given for that), and in which time zone that is."""
    zone = lazy(timezone.get_current_timezone_name, str)()
    said = gettext_lazy("Dates are in the time zone of your account: {zone}.")
    return [
        FieldRowPanel([FieldPanel("opens_at"), closes or FieldPanel("closes_at")]),
        HelpPanel(format_lazy(said, zone=zone)),
    ]


class AskPanel(FieldPanel):
    """Whether the form asks for a field. Never marked as required here, as Wagtail does with what
    can't be left empty: it would be read as "supporters have to fill it in"."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_required(self):
            return False


def goal_panel(*more: FieldPanel) -> MultiFieldPanel:
    """The goal, what more a slice says of it, and whether it raises itself."""
    said = gettext_lazy("The number that the page shows progress towards. 0: none.")
    return MultiFieldPanel(
        [FieldPanel("goal", help_text=said), *more, FieldPanel("raises_goal")],
        heading=gettext_lazy("Goal"),
        icon="pick",
    )


def embeds_panel() -> MultiFieldPanel:
    """Which other sites may show the action."""
    return MultiFieldPanel(
        [FieldPanel("embed_origins", widget=forms.Textarea(attrs={"rows": 3}))],
        heading=gettext_lazy("On other people’s sites"),
        icon="code",
    )


class SettingsView(EditView):
    """Edits what acts at once; logs what was and what is, and sends ``signals.action_changed``.

    ``?state=archived`` offers that state, without saving it. Only for those with the right who may
    edit the action's page in its source language; 404 for any other action. Slices set ``model``,
    ``right``, the names of the addresses, and implement ``live``.
    """

    right: str
    permission_policy = None
    permission_required = None
    template_name = "wagtail_campaign/admin/action.html"
    header_icon = "cog"
    success_message = None
    error_message = gettext_lazy("The settings were not saved: see below.")

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(f"wagtail_campaign.{self.right}"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def live(self, action: Action) -> dict:
        """What the template ``admin/numbers.html`` is given."""
        raise NotImplementedError

    def preflight(self, action: Action) -> dict | None:
        """What the template ``admin/preflight.html`` is given; None: nothing can be missing."""
        return None

    @cached_property
    def title(self) -> str:
        return title_of(self.object)

    def get_page_subtitle(self):
        return self.title

    def get_initial(self):
        offered = self.request.GET.get("state")
        return {"state": offered} if offered in self.form_class.states else {}

    def save_instance(self):
        names = [name for name in self.form.fields if name in self.form.changed_data]
        # What points to others is written after the action itself: nobody may see the one without
        # the other.
        with transaction.atomic():
            was = self.model.objects.select_for_update().get(pk=self.object.pk)
            before = {name: said_in_log(was, name) for name in names}
            action = self.form.save()
            changes = {name: [before[name], said_in_log(action, name)] for name in names}
            changes = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
            if changes:
                logs.note(
                    [action],
                    "campaign.settings",
                    self.request.user,
                    label=lambda action: self.title,
                    changes=changes,
                )
                signals.send_on_commit(
                    signals.action_changed, self.model, action=action, was=was.state
                )
        return action

    def save_action(self):
        messages.success(self.request, _("The settings were saved and are in force."))
        return HttpResponseRedirect(self.get_edit_url())

    @cached_property
    def header_buttons(self):
        buttons = []
        user, page = self.request.user, source_page(self.object.key)
        if page and page.permissions_for_user(user).can_edit():
            url = reverse("wagtailadmin_pages:edit", args=[page.pk])
            buttons.append(HeaderButton(_("Edit the page"), url=url, icon_name="doc-empty"))
        return buttons

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        # Read anew: a form with errors has put what was typed into self.object.
        action = self.model.objects.get(pk=self.object.pk)
        live = self.live(action)
        here = self.get_edit_url()
        ways = [(label, url) for label, url in live["ways"] if url != here]
        return context | {
            "live": live | {"ways": ways},
            "preflight": self.preflight(action),
            "embeds": codes.of_action(action.key) if action.embed_origins else [],
            "embed_origins": origins.listed(action.embed_origins),
            "offered": self.get_initial().get("state") if self.request.method == "GET" else None,
            # Not who looked at people: it would soon be all there is. The site history has it.
            "log": logs.of(self.object).exclude(action="campaign.view_personal_data")[:20],
        }


def said_in_log(action: Action, name: str):
    """A setting as the log keeps it: the value, or the ids of those that it points to."""
    if action._meta.get_field(name).many_to_many:
        return sorted(getattr(action, name).values_list("pk", flat=True))
    return getattr(action, name)


class OfPageView(View):
    """From a page in the editor to the settings of its action, or to its records.

    ``where`` is "settings" or "records". A page knows its id only: looking up its action for every
    row of the page explorer would cost a query each.
    """

    page_class: type
    edit_url_name: str
    records_url_name = ""
    #: What the list of records calls the action in its address.
    field = ""
    where = "settings"

    def get(self, request, page_id):
        page = get_object_or_404(swapper.load_model("wagtailcore", "Page"), pk=page_id).specific
        action = page.get_action() if isinstance(page, self.page_class) else None
        if action is None:
            raise Http404
        if not may_edit(request.user, action):
            words = _("Only who may edit the page in its source language may go there.")
            messages.error(request, words)
            return redirect("wagtailadmin_home")
        if self.where == "records":
            return redirect(f"{reverse(self.records_url_name)}?{self.field}={action.pk}")
        return redirect(self.edit_url_name, action.pk)
