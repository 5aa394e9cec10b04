"""Those who lend the campaign their names, on any page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..actions.blocks import ActionChooserBlock, OfActionBlock, shown_in_public
from . import listing
from .pages import SponsorPageMixin
from .states import Kind

MOST = 48


class SponsorPageChooserBlock(ActionChooserBlock):
    """Chooses among sponsor pages only."""

    page_class = SponsorPageMixin


class SponsorWallBlock(OfActionBlock):
    """The latest names on a list, how many there are, and ways to all of them and to join."""

    page = SponsorPageChooserBlock(label=_("Sponsor page"))
    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("Empty: its title.")
    )
    kind = blocks.ChoiceBlock(
        choices=Kind.choices,
        label=_("Only"),
        required=False,
        help_text=_("Empty: persons and organisations."),
    )
    number = blocks.IntegerBlock(
        label=_("How many"), min_value=1, max_value=MOST, default=12, required=False
    )

    def get_context(self, value, parent_context=None):
        """Adds ``wall``, the latest entries with ``picture`` and ``domain``."""
        context = super().get_context(value, parent_context)
        if context["is_shown"]:
            key = context["action_page"].action_key
            context["wall"] = listing.latest(key, value["number"] or 12, value["kind"])
        return context

    def get_api_representation(self, value, context=None):
        """The block as JSON, with what it shows: ``counts`` and ``sponsors``."""
        said = super().get_api_representation(value, context)
        page = shown_in_public(value["page"])
        if page is None:
            return said | {"counts": {}, "sponsors": []}
        live = page.get_live()
        counts = {name: getattr(live, name) for name in page.metrics}
        wall = listing.latest(page.action_key, value["number"] or 12, value["kind"])
        return said | {"counts": counts, "sponsors": [listing.as_json(one) for one in wall]}

    class Meta:
        label = _("Sponsors")
        icon = "group"
        description = _("The latest who lend their names, how many there are, and a way to join.")
        part = "wagtail_campaign/sponsors/block_wall.html"
