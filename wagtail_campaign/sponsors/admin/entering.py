"""Entering one sponsor by hand: by phone, on paper, from an earlier list."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.coreutils import get_content_languages

from ...actions import words
from ...actions.asking import AskView
from ...supporters.fields import AddressField, LineField, NameField
from .. import entering, types
from ..entering import Told
from ..services import ListedAlready
from ..states import Kind
from .changing import EditorsEntryForm
from .of_list import OfListMixin


class EnterForm(EditorsEntryForm):
    """An entry, and who stands behind it, if that is known."""

    written_in = forms.ChoiceField(
        label=gettext_lazy("Language"),
        help_text=gettext_lazy("Of the name and the words; and of mails, if there is an address."),
    )
    first_name = NameField(label=gettext_lazy("First name"), max_length=60, required=False)
    last_name = NameField(label=gettext_lazy("Last name"), max_length=60, required=False)
    email = AddressField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy(
            "Of who stands behind the entry; never shown. With it they can change it and take it"
            " back by themselves. Nothing is mailed now."
        ),
    )
    authority = LineField(
        label=gettext_lazy("Authority to speak for it"), max_length=200, required=False
    )

    def __init__(self, *args, kind, language, **kwargs):
        super().__init__(*args, kind=kind, language=language, **kwargs)
        codes = get_content_languages()
        self.fields["written_in"].choices = [(code, words.language(code)) for code in codes]
        self.fields["written_in"].initial = language
        last = ["written_in", "first_name", "last_name", "email", "authority"]
        if kind == Kind.PERSON:
            for name in ("first_name", "last_name", "authority"):
                del self.fields[name]
        self.order_fields([name for name in self.fields if name not in last])

    def told(self) -> Told:
        """What was typed, as it is written down."""
        given = self.cleaned_data
        first, _space, last = given["name"].rpartition(" ")
        return Told(
            kind=Kind(self.kind),
            language=given["written_in"],
            entry=self.entry() | ({"logo": self.logo} if self.logo else {}),
            first_name=given.get("first_name", (first or last)[:60]),
            last_name=given.get("last_name", last[:60] if first else ""),
            email=given["email"],
            authority=given.get("authority", ""),
        )


class EnterView(OfListMixin, AskView):
    """One entry; ``?kind=organisation`` for an organisation."""

    page_title = gettext_lazy("Enter a sponsor")
    header_icon = "plus"
    form_class = EnterForm
    button = gettext_lazy("Put it on the list")

    @property
    def kind(self) -> str:
        """Who is entered."""
        asked = self.request.GET.get("kind", "")
        return asked if asked in Kind.values else Kind.PERSON

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "kind": self.kind,
            "types": types.for_reader(self.sponsor_list),
            "language": next(iter(get_content_languages())),
        }

    def explain(self):
        return [
            _("For names that came by phone, on paper or from elsewhere. Ask them before."),
            _("It is on the list at once, in every language, and counts. Nobody is mailed."),
        ]

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ListedAlready:
            form.add_error("name", _("It is on the list already."))
            return self.form_invalid(form)

    def act(self, form):
        entering.enter(self.sponsor_list, [form.told()], self.request.user)
        return _("It is on the list.")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"subject": self.title}
