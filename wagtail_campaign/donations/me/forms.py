"""What is asked when a recurring gift is ended."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ...supporters.fields import LineField
from .reasons import Reason


class EndForm(forms.Form):
    """Why, if they want to say it."""

    reason = forms.ChoiceField(
        label=_("May we ask why?"),
        choices=Reason.choices,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Only if you like. It is kept without your name, and helps us to do better."),
    )
    words = LineField(
        label=_("In your own words"),
        max_length=500,
        required=False,
        help_text=_("Kept without your name as well: please write none into it."),
    )

    use_required_attribute = False
