"""What an editor fills in before something is done to many signatures at once."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.coreutils import get_content_languages

from ...actions.typed_dates import refuse_odd_years
from ...supporters import countries
from .. import patterns
from ..sweeps import Sweep

#: Only for those who may see names and addresses: who may not could find them out by guessing.
OF_PEOPLE = ("address_pattern", "name_pattern")


class RuleForm(WagtailAdminModelForm):
    """What is true of the signatures that are meant; all of it has to be."""

    country = forms.ChoiceField(required=False)
    language = forms.ChoiceField(required=False)

    class Meta(WagtailAdminModelForm.Meta):
        model = Sweep
        fields = [
            "domain",
            "address_pattern",
            "name_pattern",
            "country",
            "language",
            "signed_from",
            "signed_until",
        ]

    def __init__(self, *args, sees_people: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not sees_people:
            for name in OF_PEOPLE:
                del self.fields[name]
        for name in ("signed_from", "signed_until"):
            self.fields[name].validators.append(refuse_odd_years)
        choices = {
            "country": countries.choices(get_language() or "en"),
            "language": get_content_languages().items(),
        }
        for name, offered in choices.items():
            self.fields[name].label = Sweep._meta.get_field(name).verbose_name.capitalize()
            self.fields[name].choices = [("", _("All")), *offered]

    def clean_domain(self):
        return patterns.clean_domain(self.cleaned_data["domain"])

    def clean_address_pattern(self):
        return patterns.clean_address_pattern(self.cleaned_data["address_pattern"])

    def clean_name_pattern(self):
        return patterns.clean_pattern(self.cleaned_data["name_pattern"])

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.values()):
            raise ValidationError(_("Please say which signatures you mean."), code="empty")
        start, end = cleaned.get("signed_from"), cleaned.get("signed_until")
        if start and end and start > end:
            self.add_error("signed_until", _("It ends before it begins."))
        return cleaned
