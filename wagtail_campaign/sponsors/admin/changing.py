"""Changing an entry, and giving it a logo."""

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.images import get_image_model
from wagtail.images.widgets import AdminImageChooser

from ...actions.asking import AskView
from .. import correcting, permissions, types
from ..forms import EntryForm
from ..models import Sponsor
from ..services import ListedAlready
from .listing import SponsorsMixin


class EditorsEntryForm(EntryForm):
    """All of an entry as an editor sees it."""

    name_label = pgettext_lazy("sponsor", "Name")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["logo"] = forms.ModelChoiceField(
            queryset=get_image_model().objects.all(),
            label=_("Logo or picture"),
            required=False,
            widget=AdminImageChooser,
            help_text=_("Only editors add pictures. Ask whether you may show it."),
        )

    @property
    def logo(self):
        """The image that was chosen, or None."""
        return self.cleaned_data.get("logo")


class ChangeView(SponsorsMixin, AskView):
    """All that an entry says, to be changed at once and in every language."""

    rights = (permissions.MODERATE,)
    page_title = gettext_lazy("Change a sponsor")
    header_icon = "edit"
    form_class = EditorsEntryForm
    button = gettext_lazy("Save")

    @cached_property
    def record(self) -> Sponsor:
        found = self.scope.select_related("sponsor_list", "logo")
        record = found.filter(pk=self.kwargs["pk"]).first()
        if record is None or record.is_erased:
            raise Http404
        return record

    def get_form_kwargs(self):
        sponsor = self.record
        return super().get_form_kwargs() | {
            "kind": sponsor.kind,
            "types": types.for_reader(sponsor.sponsor_list),
            "language": sponsor.language,
            "initial": EditorsEntryForm.initial_of(sponsor) | {"logo": sponsor.logo_id},
        }

    def explain(self):
        said = [_("It is changed at once, in every language. Its sponsor isn’t told.")]
        if self.record.verified_by:
            said.append(_("With another name or web site it has to be verified anew."))
        return said

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ListedAlready:
            form.add_error("name", _("An organisation of that name is on the list already."))
            return self.form_invalid(form)

    def act(self, form):
        self.nothing_done = not correcting.change(
            self.record, form.entry(), form.logo, self.request.user
        )
        return _("Nothing was changed.") if self.nothing_done else _("The entry was changed.")

    def way_back(self):
        return reverse("campaign_sponsors:inspect", args=[self.record.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"subject": self.record.name}
