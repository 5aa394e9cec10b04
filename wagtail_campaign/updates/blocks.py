"""The news of an action on any page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..actions.any_action_blocks import OfAnyActionBlock
from ..actions.blocks import shown_in_public
from ..headless.pages import page_said
from . import listing


class UpdatesBlock(OfAnyActionBlock):
    """The latest updates on an action, and the way to all of them."""

    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("Empty: its title.")
    )

    def get_api_representation(self, value, context=None):
        """As for every block about an action; and the latest ``updates``."""
        page = shown_in_public(value["page"])
        latest = listing.latest(page)[: listing.LATEST] if page else []
        told = [page_said(update) | listing.said(update) for update in latest]
        return super().get_api_representation(value, context) | {"updates": told}

    class Meta:
        label = _("Updates")
        icon = "history"
        description = _("The latest updates on an action, with a way to all of them.")
        part = "wagtail_campaign/updates/block.html"
