"""The form for alerts: an address, and the words that are agreed to with it."""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions.forms import ActionForm
from ...supporters import consents
from ...supporters.models import ConsentWording, Purpose

#: What the ids of the form begin with: it stands once on a page, beside those of actions.
ANCHOR = "campaign-alert"


class AlertForm(ActionForm):
    """An address for alerts. The words that are agreed to stand beside the button."""

    first_name = None
    ORDER = ("email",)

    def __init__(self, *args, asks: dict | None = None, **kwargs):
        super().__init__(*args, asks=asks or {}, **kwargs)
        self.auto_id = f"{ANCHOR}-%s"

    @classmethod
    def adapt(cls, fields):
        # Who doesn't agree would confirm, and get nothing.
        words = fields[f"consent_{Purpose.ALERTS}"]
        words.required = True
        words.error_messages["required"] = gettext_lazy("Please agree to be told.")


def wording(language: str) -> ConsentWording:
    """The words that are agreed to, in a language; not yet kept."""
    with translation.override(language):
        words = _("Tell me by e-mail of urgent actions, and of what becomes of them.")
    return consents.wording(Purpose.ALERTS, language, words)


def shown(page, words: ConsentWording, form=None) -> dict:
    """What ``alert_form.html`` shows: an empty form of a page, or one that was sent."""
    form = form or AlertForm(wordings={words.purpose: (words.pk, words.text)})
    return {"form": form, "wording_id": words.pk, "words": words.text, "anchor": ANCHOR}
