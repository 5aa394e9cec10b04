"""The form of a letter to start from: its language, and what is wrong beside each field."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.coreutils import get_content_languages

from ...actions import words
from ..models import LetterTemplate, UrgentAction


class TemplateForm(WagtailAdminModelForm):
    """Language, subject and text, each with what is wrong beside it."""

    class Meta(WagtailAdminModelForm.Meta):
        model = LetterTemplate
        fields = ["language", "subject", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 18})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        action = self.instance.urgent_action
        self.fields["language"].widget = forms.Select(choices=languages_for(action, self.instance))
        self.fields["text"].strip = True

    def clean_language(self):
        code = self.cleaned_data["language"]
        others = LetterTemplate.objects.filter(
            urgent_action=self.instance.urgent_action_id, language=code
        )
        if others.exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("There is one in this language: change that."), code="twice")
        return code


def languages_for(action: UrgentAction, template: LetterTemplate) -> list[tuple[str, str]]:
    """(code, name) of the languages of the site and those that the targets read."""
    read = [code for target in action.targets.all() for code in target.languages]
    own = [template.language] if template.language else []
    codes = dict.fromkeys([*get_content_languages(), "en", *read, *own])
    return [(code, words.language(code)) for code in codes]
