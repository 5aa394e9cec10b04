"""Importing records from a file: what is wrong in it or what it would do, and yes."""

import base64
import binascii

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .. import words
from ..reading import MOST_BYTES, Outdated, Table, Unreadable

#: So many changes are shown before they are made; the others are counted.
MOST_SHOWN = 200


class FileForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
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
    """Two steps, between which nothing is kept: the file comes back with the yes.

    A plan has ``problems``, and a ``digest`` by which it is agreed to. Slices implement the methods
    below, and the block "changes" of the template.
    """

    template_name = "wagtail_campaign/admin/import.html"
    header_icon = "upload"
    form_class = FileForm
    #: What is said where something else than what was agreed to would be done.
    outdated = gettext_lazy("Something has changed meanwhile. Please look once more.")
    #: What is said below the field of the file.
    about_file = ""

    def read(self, content: bytes) -> Table:
        """The table in the file; raises ``Unreadable``."""
        raise NotImplementedError

    def plan(self, table: Table):
        """What it would do."""
        raise NotImplementedError

    def carry_out(self, table: Table, agreed: str):
        """Does it, all or nothing; the plan that was done. Raises ``Outdated``."""
        raise NotImplementedError

    def changes(self, plan) -> list:
        """What the plan does, a row each, as the template takes it."""
        raise NotImplementedError

    def told(self, plan) -> str:
        """The numbers of a plan in words."""
        raise NotImplementedError

    def way_back(self) -> str:
        """Where to go when it was done."""
        raise NotImplementedError

    def get_form_class(self):
        return AgreedForm if "agreed" in self.request.POST else FileForm

    def file_form(self, *args, **kwargs) -> FileForm:
        """The form with what is said of the file."""
        form = FileForm(*args, **kwargs)
        form.fields["file"].help_text = self.about_file
        return form

    def get_form(self, form_class=None):
        if self.get_form_class() is FileForm:
            return self.file_form(**self.get_form_kwargs())
        return super().get_form(form_class)

    def form_invalid(self, form):
        if isinstance(form, AgreedForm):
            form = self.file_form()
            messages.error(self.request, _("Please choose the file once more."))
        return super().form_invalid(form)

    def form_valid(self, form):
        content = form.cleaned_data.get("file") or form.cleaned_data.get("content") or b""
        try:
            table = self.read(content)
        except Unreadable as error:
            return self.show(problems=error.problems)
        if agreed := form.cleaned_data.get("agreed"):
            try:
                done = self.carry_out(table, agreed)
            except Outdated as error:
                messages.warning(self.request, str(error) or self.outdated)
            else:
                messages.success(self.request, self.told(done))
                return HttpResponseRedirect(self.way_back())
        plan = self.plan(table)
        if plan.problems:
            return self.show(problems=plan.problems)
        agreement = AgreedForm(
            initial={"content": base64.b64encode(content).decode(), "agreed": plan.digest}
        )
        return self.show(plan=plan, told=self.told(plan), agreement=agreement)

    def show(self, **context):
        """The page, with what is wrong or would be done."""
        changes = self.changes(context["plan"]) if "plan" in context else []
        return self.render_to_response(
            self.get_context_data(
                form=self.file_form(),
                changes=changes[:MOST_SHOWN],
                left=words.number(len(changes) - MOST_SHOWN) if len(changes) > MOST_SHOWN else "",
                here=self.request.path,
                **context,
            )
        )
