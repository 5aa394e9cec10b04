"""The form of the contact page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wagtail_campaign.actions.forms import ActionForm, text
from wagtail_campaign.supporters.fields import AddressField, CommentField, NameField


class MessageForm(ActionForm):
    """A name, an address to answer to, and what there is to say."""

    first_name = NameField(
        label=_("Your name"),
        max_length=60,
        widget=text("name"),
        error_messages={"required": _("Please enter your name.")},
    )
    email = AddressField(
        label=_("E-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        help_text=_("We send you a link to confirm, and answer to this address."),
        error_messages={"required": _("Please enter your e-mail address.")},
    )
    text = CommentField(
        label=_("Your message"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Please write your message.")},
    )

    ORDER = ("first_name", "email", "text")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, asks={}, wordings={}, **kwargs)
        self.auto_id = "contact-%s"
