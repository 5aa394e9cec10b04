"""The boxes that a page's form offers to tick, each with words of its own or ours."""

from django.db import models
from django.utils import translation
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel

from ..supporters import consents
from ..supporters.models import ConsentWording


def wording_field(label) -> models.CharField:
    """A field of a page for the words of one box; it is named ``<purpose>_wording``."""
    return models.CharField(label, max_length=255, blank=True)


def wordings_of(page, ours: dict) -> list[ConsentWording]:
    """What the boxes say on a page, in the order of ``ours``: {purpose: our own words}."""
    language = page.locale.language_code
    with translation.override(language):
        return [
            consents.wording(purpose, language, getattr(page, f"{purpose}_wording") or str(words))
            for purpose, words in ours.items()
        ]


def panel(ours: dict) -> MultiFieldPanel:
    """The fields for the words of each box, in the editor of the page."""
    return MultiFieldPanel(
        [
            HelpPanel(
                content=_(
                    "Supporters agree to each of these apart. The words they saw are kept with"
                    " their consent. Leave a field empty for our own words."
                )
            ),
            *(
                FieldPanel(
                    f"{purpose}_wording",
                    help_text=format_lazy(
                        _("Empty, in the language of the page: “{words}”"), words=words
                    ),
                )
                for purpose, words in ours.items()
            ),
        ],
        heading=_("Consents"),
    )
