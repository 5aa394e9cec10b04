"""Previews in the page editor: the page, each step after it, and each mail."""

from django.db import models
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..mailing import kinds
from ..supporters.models import Display, Supporter


class PreviewsMixin(models.Model):
    """Adds a preview mode for each step and mail to an action's page. Nothing in it can be sent.

    An abstract model rather than a plain class, as those get into the migrations of sites.
    """

    #: Name of the mode -> (template under ``wagtail_campaign/``, what editors call it).
    previewed_steps: dict[str, tuple[str, str]]
    #: Name of the mail -> what editors call it.
    previewed_mails: dict[str, str]

    class Meta:
        abstract = True

    def sample_record(self, supporter: Supporter, mail: str = ""):
        """An unsaved record of this page, for the steps and mails to speak of; ``mail`` is the name
        of the one that is previewed."""
        raise NotImplementedError

    @property
    def preview_modes(self):
        """(name, label) of the previews; "" is the page itself."""
        steps = [(name, label) for name, (_template, label) in self.previewed_steps.items()]
        return [("", _("Page")), *steps, *self.previewed_mails.items()]

    def serve_preview(self, request, mode_name):
        """What a preview shows, in the language of the page."""
        language = self.locale.language_code
        if mode_name in self.previewed_mails:
            with translation.override(language):
                kind = kinds.get(mode_name)
                subject, text, html = kind.render(
                    kind.context_of(self._sample(mode_name)), language
                )
                context = {"subject": subject, "text": text, "html": html, "page": self}
                return render(request, "wagtail_campaign/mails/preview.html", context)
        if mode_name in self.previewed_steps:
            template = f"wagtail_campaign/{self.previewed_steps[mode_name][0]}"
            with translation.override(language):
                return render(request, template, self.step_context(request, mode_name))
        return super().serve_preview(request, mode_name)

    def step_context(self, request, mode_name: str) -> dict:
        """What the template of a step is given."""
        return {
            "page": self,
            self.context_name: self.get_live(request),
            "record": self._sample(),
            "standing": "pending",
            "inert": True,
        }

    def _sample(self, mail: str = ""):
        return self.sample_record(
            Supporter(
                first_name=gettext("First name"),
                last_name=gettext("Last name"),
                display=Display.FULL,
                language=self.locale.language_code,
            ),
            mail,
        )
