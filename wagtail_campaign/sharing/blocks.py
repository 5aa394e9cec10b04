"""Passing a page on: links to share it, and a poster of an action to print."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from ..actions.any_action_blocks import OfAnyActionBlock
from ..actions.blocks import AnyPageBlock, CampaignBlock, front_page, shown, shown_in_public
from ..actions.sites import page_address
from . import links


class ShareBlock(CampaignBlock):
    """Ways to pass a page on."""

    page = AnyPageBlock(
        label=_("Page"), required=False, help_text=_("Empty: the page on which this stands.")
    )
    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("Empty: “Pass it on”.")
    )
    text = blocks.CharBlock(label=_("A word more"), required=False, max_length=250)

    def get_context(self, value, parent_context=None):
        """Adds the ``page`` that is passed on; it isn't shown while that isn't live."""
        context = super().get_context(value, parent_context)
        page = shown(value["page"]) if value["page"] else context["carrier"]
        return context | {"page": page, "is_shown": bool(page and page.live)}

    def get_api_representation(self, value, context=None):
        """As for every block; and the ``links``, where the page is another than this one."""
        page = shown_in_public(value["page"])
        found = links.share_links(page_address(page), page.title) if page else []
        said = [{"name": link.name, "label": str(link.label), "url": link.url} for link in found]
        return super().get_api_representation(value, context) | {"links": said}

    def get_preview_value(self):
        """The front page of the site."""
        return self.normalize({**super().get_preview_value(), "page": front_page()})

    class Meta:
        label = _("Pass it on")
        icon = "link-external"
        description = _("Links, an address to copy and a QR code. No other site is asked.")
        part = "wagtail_campaign/sharing/block_share.html"


class PosterBlock(OfAnyActionBlock):
    """A sheet to print and hang up: what it is about, a QR code, and the address to type."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=60,
        help_text=_("Empty: what the button of the action says."),
    )
    text = blocks.CharBlock(
        label=pgettext_lazy("block", "Text"),
        required=False,
        max_length=250,
        help_text=_("Empty: the introduction of its page."),
    )

    def get_context(self, value, parent_context=None):
        """Adds the ``address`` as people type it."""
        context = super().get_context(value, parent_context)
        page = context.get("action_page")
        address = links.short_address(page_address(page)) if page else ""
        return context | {"address": address}

    def get_api_representation(self, value, context=None):
        """As for every block about an action; and the ``address`` to type, with the path of the
        QR code."""
        page = shown_in_public(value["page"])
        more = {
            "address": links.short_address(page_address(page)) if page else "",
            "qr": reverse("wagtail_campaign:qr", args=[page.pk]) if page else "",
        }
        return super().get_api_representation(value, context) | more

    class Meta:
        label = _("Poster with a QR code")
        icon = "doc-full-inverse"
        description = _("A sheet to print: the title, a QR code and the address to type.")
        part = "wagtail_campaign/sharing/poster.html"
