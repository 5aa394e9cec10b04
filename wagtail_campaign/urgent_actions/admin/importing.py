"""Importing targets and embassies: a file, what is wrong in it or what it would change, and yes."""

import base64
import binascii

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...actions import words
from .. import importing, reading
from ..reading import MOST_BYTES, Unreadable
from ..targets import Mission, Target
from . import rights

#: So many changes are shown before they are made; the others are counted.
MOST_SHOWN = 200


class FileForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy(
            "UTF-8, with commas or semicolons, up to 2,000 rows and 1 MB. The easiest start is a"
            " download of the list. First you see what would change."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than 1 MB. Split it into several."))
        return file.read()


class AgreedForm(forms.Form):
    """The same file once more, with what the user has seen it would do."""

    content = forms.CharField(max_length=MOST_BYTES * 2, widget=forms.HiddenInput, strip=False)
    agreed = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def clean_content(self):
        try:
            return base64.b64decode(self.cleaned_data["content"], validate=True)
        except (binascii.Error, ValueError):
            raise ValidationError(_("Please choose the file once more.")) from None


class ImportView(WagtailAdminTemplateMixin, FormView):
    """For those who may add or change targets or embassies; each row is checked for the right that
    it needs. Nothing is kept between the two steps."""

    template_name = "wagtail_campaign/admin/import.html"
    page_title = gettext_lazy("Import targets and embassies")
    header_icon = "upload"
    form_class = FileForm

    def dispatch(self, request, *args, **kwargs):
        pairs = [(verb, model) for verb in ("add", "change") for model in (Target, Mission)]
        if not any(rights.may(request.user, *pair) for pair in pairs):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may(self, verb: str, model) -> bool:
        return rights.may(self.request.user, verb, model)

    def get_form_class(self):
        return AgreedForm if "agreed" in self.request.POST else FileForm

    def form_invalid(self, form):
        if isinstance(form, AgreedForm):
            form = FileForm()
            messages.error(self.request, _("Please choose the file once more."))
        return super().form_invalid(form)

    def form_valid(self, form):
        content = form.cleaned_data.get("file") or form.cleaned_data.get("content") or b""
        try:
            table = reading.read(content)
        except Unreadable as error:
            return self.show(problems=error.problems)
        if agreed := form.cleaned_data.get("agreed"):
            try:
                done = importing.carry_out(table, self.may, agreed, self.request.user)
            except importing.Outdated:
                messages.warning(
                    self.request, _("Something has changed meanwhile. Please look once more.")
                )
            else:
                messages.success(self.request, told(done))
                return HttpResponseRedirect(self.way_back())
        plan = importing.plan(table, self.may)
        if plan.problems:
            return self.show(problems=plan.problems)
        agreement = AgreedForm(
            initial={"content": base64.b64encode(content).decode(), "agreed": plan.digest}
        )
        return self.show(plan=plan, told=told(plan), agreement=agreement)

    def show(self, **context):
        changes = []
        if plan := context.get("plan"):
            changes = [*plan.made, *plan.changed]
        return self.render_to_response(
            self.get_context_data(
                form=FileForm(),
                changes=changes[:MOST_SHOWN],
                left=words.number(len(changes) - MOST_SHOWN) if len(changes) > MOST_SHOWN else "",
                **context,
            )
        )

    def way_back(self) -> str:
        first = (
            "campaign_targets" if rights.sees(self.request.user, Target) else "campaign_missions"
        )
        return reverse(f"{first}:index")

    def get_breadcrumbs_items(self):
        lists = {"url": self.way_back(), "label": _("Targets")}
        return [*self.breadcrumbs_items, lists, {"url": "", "label": self.page_title}]


def told(plan: importing.Plan) -> str:
    """The numbers of a plan in words."""
    numbers = {
        "made": words.number(len(plan.made)),
        "changed": words.number(len(plan.changed)),
        "unchanged": words.number(plan.unchanged),
    }
    return _("New: %(made)s. Changed: %(changed)s. As before: %(unchanged)s.") % numbers
