"""A fund on any page."""

from urllib.parse import urljoin

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..actions.blocks import ActionChooserBlock, OfActionBlock, shown_in_public
from ..actions.sites import page_address
from .amounts import prefilled
from .pages import DonationMixin


class DonationChooserBlock(ActionChooserBlock):
    """Chooses among donation pages only."""

    page_class = DonationMixin


class DonateBlock(OfActionBlock):
    """How much there is of what a fund is after, and a few amounts to give, each a link to its form
    with that amount chosen."""

    page = DonationChooserBlock(label=_("Donation page"))
    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("Empty: its title.")
    )

    def get_context(self, value, parent_context=None):
        """Adds the ``rows`` of amounts, none while it takes nothing; and ``url``, the form."""
        context = super().get_context(value, parent_context)
        if context["is_shown"]:
            page = context["action_page"]
            context["rows"] = prefilled.rows(page, context["fund"])
            context["url"] = prefilled.link(page)
            # That is of the form, which may stand on the same page.
            context["anchor"] = ""
        return context

    def get_api_representation(self, value, context=None):
        """As for every block; and as ``asks`` what is asked for: {"often": "Each month", "amounts":
        [{"said": "€10", "url": the form with that amount chosen}]}, and so on."""
        page = shown_in_public(value["page"])
        rows = prefilled.rows(page, page.get_live()) if page else []
        address = page_address(page)
        asks = [
            {
                "often": str(often),
                "amounts": [
                    {"said": said, "url": urljoin(address, url.removeprefix(page.url))}
                    for said, url in amounts
                ],
            }
            for often, amounts in rows
        ]
        return super().get_api_representation(value, context) | {"asks": asks}

    class Meta:
        label = _("Donate")
        icon = "pick"
        description = _("How much a fund has and is after, with a few amounts to give.")
        part = "wagtail_campaign/donations/block_ask.html"
