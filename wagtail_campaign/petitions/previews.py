"""Previews in the page editor: the page, each step after it, and each mail."""

from django.db import models
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..mailing import kinds
from ..supporters.models import Display, Supporter
from .models import Petition, Signature

STEPS = {
    "check_mail": ("check_mail.html", _("Check your mail")),
    "confirm": ("confirm.html", _("Confirm, from the mail’s link")),
    "disown": ("disown.html", _("“I did not sign this”")),
    "thanks": ("thanks.html", _("Thanks, after confirming")),
}
MAILS = {
    "petitions.confirm": _("Mail: please confirm"),
    "petitions.reminder": _("Mail: reminder"),
    "petitions.already_signed": _("Mail: you have already signed"),
}


class PetitionPreviews(models.Model):
    """Adds a preview mode for each step and mail to a petition's page.

    An abstract model rather than a plain class, as those get into the migrations of sites.
    """

    class Meta:
        abstract = True

    @property
    def preview_modes(self):
        """(name, label) of the previews; "" is the page itself."""
        return [
            ("", _("Page")),
            *((name, label) for name, (_template, label) in STEPS.items()),
            *MAILS.items(),
        ]

    def serve_preview(self, request, mode_name):
        """What a preview shows, in the language of the page. Nothing in it can be sent."""
        if mode_name not in STEPS and mode_name not in MAILS:
            return super().serve_preview(request, mode_name)
        language = self.locale.language_code
        with translation.override(language):
            if mode_name in MAILS:
                kind = kinds.get(mode_name)
                subject, text, html = kind.render(kind.context_of(self._sample()), language)
                context = {"subject": subject, "text": text, "html": html, "page": self}
                return render(request, "wagtail_campaign/mails/preview.html", context)
            template = f"wagtail_campaign/petitions/{STEPS[mode_name][0]}"
            return render(request, template, self._step_context(request))

    def _step_context(self, request) -> dict:
        return {
            "page": self,
            "petition": self.get_live(request),
            "record": self._sample(),
            "standing": "pending",
            "inert": True,
        }

    def _sample(self) -> Signature:
        supporter = Supporter(
            first_name=gettext("First name"),
            last_name=gettext("Last name"),
            display=Display.FULL,
            language=self.locale.language_code,
        )
        petition = self.get_action() or Petition(key=self.translation_key)
        return Signature(
            pk=0,
            petition=petition,
            supporter=supporter,
            page=self,
            language=supporter.language,
        )
