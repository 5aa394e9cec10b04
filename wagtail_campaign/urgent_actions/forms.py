"""What a supporter fills in to write a letter, or to say that one was sent."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..actions.forms import ActionForm, display_field
from ..actions.forms import text as line
from ..supporters.fields import CommentField, CountryField, LineField, TickField
from .languages import check_language
from .models import Channel

SHORTEST, LONGEST = 80, 6000

#: What can be made of a letter that the site doesn't send: see ``copies``.
COPIES = ("mail", "eml", "print", "pdf")


class LetterFields(forms.Form):
    """The letter itself, and who signs it."""

    subject = LineField(
        label=_("Subject"),
        max_length=150,
        error_messages={"required": _("Please give your letter a subject.")},
    )
    text = CommentField(
        label=_("Your letter"),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_(
            "Please change it: letters in your own words count for more. Be polite; what you write"
            " may be read by those who hold the person."
        ),
        error_messages={
            "required": _("Please write your letter."),
            "min_length": _("Your letter is too short: write some sentences at least."),
            "max_length": _("Your letter is too long: one page is read, a book isn’t."),
        },
    )
    written_in = forms.CharField(
        max_length=12, widget=forms.HiddenInput, validators=[check_language]
    )
    city = LineField(label=_("City"), max_length=80, required=False, widget=line("address-level2"))


class CopyForm(LetterFields):
    """A letter that its writer sends by themselves: nothing of it is kept, and no address asked."""

    first_name = LineField(label=_("First name"), max_length=60, required=False)
    last_name = LineField(label=_("Last name"), max_length=60, required=False)
    country = CountryField(label=_("Country"), max_length=2, required=False)
    bilingual = TickField(label=_("Print my language beside it"), required=False)

    use_required_attribute = False
    field_order = ("subject", "text", "first_name", "last_name", "city", "country")


class LetterForm(LetterFields, ActionForm):
    """A letter that the site sends, or the campaign hands over, once its writer has confirmed."""

    wants_reply = TickField(
        label=_("They may answer to my e-mail address"),
        help_text=_(
            "Then the address stands in the letter, and they keep it. Without it they see your"
            " name, city and country, and can’t answer you."
        ),
        required=False,
    )
    on_wall = TickField(
        label=_("My letter may be shown on this page"),
        help_text=_("With the name that you choose below. You can take that back at any time."),
        required=False,
    )
    display = display_field()

    ORDER = ("first_name", "last_name", "email", "city", "country")
    # What is to be mended is said from the top of the page to its end.
    field_order = ("subject", "text")

    #: What is asked where the letter goes to a target, and where to the people concerned.
    TO_TARGET, IN_SOLIDARITY = ("wants_reply",), ("on_wall", "display")

    def __init__(self, *args, is_solidarity: bool, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.TO_TARGET if is_solidarity else self.IN_SOLIDARITY:
            del self.fields[name]


def to_target(form: forms.Form, target_id: int | None) -> forms.Form:
    """The form as a front end draws it, which sends along to whom the letter goes: on the page, its
    address has that. ``target_id``: None where it has to be chosen first."""
    form.fields["target"] = forms.IntegerField(
        min_value=1, required=False, initial=target_id, widget=forms.HiddenInput
    )
    return form


class LogForm(ActionForm):
    """That a letter was sent, by which way."""

    channel = forms.ChoiceField(
        label=_("How did you send it?"),
        choices=[(Channel.MAIL, _("With my mail program")), (Channel.POST, Channel.POST.label)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please say how you sent it.")},
    )

    ORDER = ("first_name", "last_name", "email", "country")
    field_order = ("channel",)
