"""What is asked under ``/campaign/me/``: at its door, and about each act."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..fields import AddressField


class AskForm(forms.Form):
    """The address to mail a link to."""

    email = AddressField(
        label=_("E-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        help_text=_("The address with which you signed or took part."),
        error_messages={"required": _("Please enter your e-mail address.")},
    )
    # A trap for robots, as in all public forms.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="campaign-%s", **kwargs)

    @property
    def is_trapped(self) -> bool:
        """Whether a robot filled in what people don't see."""
        return bool(self.data.get("website"))


class ShowAsForm(forms.Form):
    """How one act is shown in public. The choices are what that would look like."""

    display = forms.ChoiceField(label=_("Shown in public as"), widget=forms.RadioSelect)

    def __init__(self, act, data=None):
        super().__init__(
            data,
            auto_id=f"{act.anchor}-%s",
            initial={"display": act.supporter.display},
        )
        self.fields["display"].choices = act.displays
