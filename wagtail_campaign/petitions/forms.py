"""What a supporter fills in to sign."""

from django.utils.translation import gettext_lazy as _

from ..actions.forms import ActionForm, display_field
from ..supporters.models import Display


def displays(fields) -> list[tuple]:
    """The ways to be shown in public that a form with these fields leaves."""
    labels = dict(Display.choices)
    if "last_name" not in fields:
        del labels[Display.INITIAL]
    if "country" not in fields:
        labels[Display.ANONYMOUS] = _("As “Supporter”")
    return list(labels.items())


class SignatureForm(ActionForm):
    """The form of one petition."""

    display = display_field()

    @classmethod
    def adapt(cls, fields):
        # Offered is only what the other fields leave; taken is all, as from a page kept somewhere.
        fields["display"].widget.choices = displays(fields)

    def promise_to_forget(self) -> None:
        """Says beside the address that it is destroyed."""
        # Not the field's own, which is shared with all other forms.
        self["email"].help_text = _(
            "We send you a link to confirm. As soon as you have confirmed, we destroy your address,"
            " unless you agree to mails below."
        )
