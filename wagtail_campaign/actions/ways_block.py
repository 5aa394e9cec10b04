"""All the ways to help on one page, from the actions that exist."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Site

from . import ways
from .blocks import CampaignBlock
from .page_blocks import heading_block
from .titles import readers_language


class WaysBlock(CampaignBlock):
    """Everything that one can do: the open actions of the site in the language of the page."""

    heading = heading_block(help_text=_("Empty: “Ways to help”."))
    kinds = blocks.ListBlock(
        blocks.ChoiceBlock(choices=ways.choices, label=_("Kind")),
        label=_("What to show, in this order"),
        default=[],
        help_text=_(
            "None: everything. Pages of one kind follow each other as they are ordered in the"
            " page explorer."
        ),
    )

    def get_context(self, value, parent_context=None):
        """Adds ``ways``."""
        context = super().get_context(value, parent_context)
        found = self.ways(value, context.get("request"), context["carrier"])
        return context | {"ways": found, "is_shown": bool(found)}

    def ways(self, value, request, carrier) -> list[ways.Way]:
        """What there is to do, where the page that carries the block stands; without one, as in a
        preview, on the site of the request and in the reader's language."""
        site = carrier.get_site() if carrier and carrier.pk else None
        site = site or Site.find_for_request(request) or Site.objects.first()
        if site is None:
            return []
        language = carrier.locale.language_code if carrier else readers_language()
        language = language or site.root_page.locale.language_code
        return ways.ways(request, site, language, list(value["kinds"]))

    def get_api_representation(self, value, context=None):
        """As for every block; and the ``ways``, in the reader's language."""
        found = self.ways(value, (context or {}).get("request"), None)
        said = super().get_api_representation(value, context)
        return said | {"ways": [way.as_json() for way in found]}

    class Meta:
        label = _("Ways to help")
        icon = "list-ul"
        description = _("Everything that one can do on this site, made from the pages there are.")
        part = "wagtail_campaign/blocks/ways.html"
