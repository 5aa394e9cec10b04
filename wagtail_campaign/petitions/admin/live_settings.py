"""The live settings of a petition: what acts at once and in every language."""

import swapper
from django import forms
from django.core.exceptions import PermissionDenied
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
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.views.generic import EditView
from wagtail.admin.widgets.button import HeaderButton

from ... import signals
from ...actions import logs
from ...actions.models import State
from ...actions.moments import refuse_odd_years
from ...actions.permissions import may_edit
from ...actions.siblings import source_page
from ...actions.titles import title_of
from .. import permissions
from ..models import Petition
from ..pages import PetitionMixin
from .panels import live

STATES = {
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


class SettingsForm(WagtailAdminModelForm):
    """The settings, with each state explained where it is chosen."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [
            (state, format_html("{}: {}", state.label, STATES[state])) for state in State
        ]
        for name in ("opens_at", "closes_at"):
            self.fields[name].validators.append(refuse_odd_years)

    def clean(self):
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("It has to close after it opens."))
        return cleaned


class AskPanel(FieldPanel):
    """Whether the form asks for a field. Never marked as required here, as Wagtail does with what
    can't be left empty: it would be read as "supporters have to fill it in"."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_required(self):
            return False


settings_panels = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("state", widget=forms.RadioSelect),
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                HelpPanel(
                    format_lazy(
                        gettext_lazy("Dates are in the time zone of your account: {zone}."),
                        zone=lazy(timezone.get_current_timezone_name, str)(),
                    )
                ),
            ],
            heading=gettext_lazy("State and dates"),
            icon="calendar-alt",
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "goal",
                    help_text=gettext_lazy(
                        "The number that the page shows progress towards. 0: none."
                    ),
                ),
                FieldPanel("raises_goal"),
            ],
            heading=gettext_lazy("Goal"),
            icon="pick",
        ),
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
    ],
    base_form_class=SettingsForm,
)


class SettingsView(EditView):
    """Edits what acts at once; logs what was and what is, and sends ``signals.action_changed``.

    ``?state=archived`` offers that state, without saving it. Only for those who may change
    petitions and edit the petition's page in its source language; 404 for any other petition.
    """

    model = Petition
    permission_policy = None
    permission_required = None
    template_name = "wagtail_campaign/admin/petition.html"
    index_url_name = "campaign_petitions:index"
    edit_url_name = "campaign_petitions:edit"
    header_icon = "cog"
    page_title = gettext_lazy("Petition settings")
    success_message = None
    error_message = gettext_lazy("The settings were not saved: see below.")

    def dispatch(self, request, *args, **kwargs):
        if not permissions.can(request.user, permissions.SETTINGS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return permissions.petitions_of(self.request.user)

    @cached_property
    def title(self) -> str:
        return title_of(self.object)

    def get_page_subtitle(self):
        return self.title

    def get_initial(self):
        offered = self.request.GET.get("state")
        return {"state": offered} if offered in State.values else {}

    def save_instance(self):
        names = [name for name in self.form.fields if name in self.form.changed_data]
        was = Petition.objects.get(pk=self.object.pk)
        petition = self.form.save()
        changes = {name: [getattr(was, name), getattr(petition, name)] for name in names}
        changes = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
        if changes:
            logs.note(
                [petition],
                "campaign.settings",
                self.request.user,
                label=lambda petition: self.title,
                changes=changes,
            )
            signals.send_on_commit(signals.action_changed, Petition, action=petition, was=was.state)
        return petition

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

    def hand_over_url(self) -> str:
        """For those who may download the names; "" for others."""
        user = self.request.user
        may = all(permissions.can(user, r) for r in (permissions.EXPORT, permissions.PERSONAL))
        return reverse("campaign_petitions:hand_over", args=[self.object.pk]) if may else ""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        # Read anew: a form with errors has put what was typed into self.object.
        numbers = live(Petition.objects.get(pk=self.object.pk), self.request.user)
        return context | {
            "live": numbers | {"settings_url": None, "hand_over_url": self.hand_over_url()},
            "offered": self.get_initial().get("state") if self.request.method == "GET" else None,
            # Not who looked at people: it would soon be all there is. The site history has it.
            "log": logs.of(self.object).exclude(action="campaign.view_personal_data")[:20],
        }


class OfPageView(View):
    """From a page in the editor to the settings of its petition, or to its signatures.

    ``where`` is "settings" or "signatures". A page knows its id only: looking up its petition for
    every row of the page explorer would cost a query each.
    """

    where = "settings"

    def get(self, request, page_id):
        page = get_object_or_404(swapper.load_model("wagtailcore", "Page"), pk=page_id).specific
        petition = page.get_action() if isinstance(page, PetitionMixin) else None
        if petition is None:
            raise Http404
        if not may_edit(request.user, petition):
            words = _("Only who may edit the page in its source language may go there.")
            messages.error(request, words)
            return redirect("wagtailadmin_home")
        if self.where == "signatures":
            return redirect(f"{reverse('campaign_signatures:index')}?petition={petition.pk}")
        return redirect("campaign_petitions:edit", petition.pk)
