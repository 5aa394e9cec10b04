"""The site's own StreamField blocks, beside those of ``wagtail_campaign``."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from wagtail_campaign.blocks import CAMPAIGN_BLOCKS

TEXT_FEATURES = ["bold", "italic", "link", "ul", "ol"]


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words"))
    who = blocks.CharBlock(label=_("Whose words"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "site_content/blocks/quote.html"
        preview_value = {"text": _("We ask for what the law already says."), "who": _("A welder")}
        description = _("Somebody's words, set apart from the text")


class ImageBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(label=_("What it shows, for those who don't see it"), required=False)
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "site_content/blocks/image.html"
        description = _("An image in the text, with a caption")


class FactBlock(blocks.StructBlock):
    figure = blocks.CharBlock(label=_("Figure"), max_length=12)
    words = blocks.CharBlock(label=_("What it counts"))


class FactsBlock(blocks.StructBlock):
    facts = blocks.ListBlock(FactBlock(), label=_("Facts"), min_num=1, max_num=4)

    class Meta:
        icon = "list-ol"
        label = _("Facts in figures")
        template = "site_content/blocks/facts.html"
        preview_value = {"facts": [{"figure": "640", "words": _("workers dismissed")}]}
        description = _("Up to four figures with a few words each")


class PointBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    text = blocks.TextBlock(label=_("Text"), required=False)


class PointsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), required=False)
    points = blocks.ListBlock(PointBlock(), label=_("Points"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Numbered points")
        template = "site_content/blocks/points.html"
        preview_value = {
            "title": _("What we ask for"),
            "points": [{"title": _("Release the strikers"), "text": ""}],
        }
        description = _("Demands or reasons, one after the other")


class WayBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    text = blocks.TextBlock(label=_("Text"))
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    email = blocks.EmailBlock(label=_("or e-mail address"), required=False)
    button = blocks.CharBlock(label=_("Words on the button"))


class WaysBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), required=False)
    ways = blocks.ListBlock(WayBlock(), label=_("Ways to help"), min_num=1)

    class Meta:
        icon = "group"
        label = _("Ways to help")
        template = "site_content/blocks/ways.html"
        preview_value = {
            "title": _("Ways to help"),
            "ways": [{"title": _("Sign"), "text": _("It takes a minute."), "button": _("Sign")}],
        }
        description = _("Cards that lead to pages or to an e-mail address")


class PlaceBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    text = blocks.TextBlock(label=_("Text"), required=False)
    email = blocks.EmailBlock(label=_("E-mail address"), required=False)


class AddressesBlock(blocks.StructBlock):
    places = blocks.ListBlock(PlaceBlock(), label=_("Addresses"), min_num=1)

    class Meta:
        icon = "mail"
        label = _("Addresses")
        template = "site_content/blocks/addresses.html"
        preview_value = {
            "places": [{"title": _("Office"), "text": "", "email": "campaign@example.org"}]
        }
        description = _("Where somebody is reached, each with a word on what for")


#: Words alone.
WORDS_BLOCKS = [
    (
        "heading",
        blocks.CharBlock(
            label=_("Heading"), icon="title", template="site_content/blocks/heading.html"
        ),
    ),
    (
        "paragraph",
        blocks.RichTextBlock(
            label=_("Text"), features=TEXT_FEATURES, template="site_content/blocks/paragraph.html"
        ),
    ),
]

#: What pages are made of: the site's own blocks, and those of the package.
PAGE_BLOCKS = [
    *WORDS_BLOCKS,
    ("quote", QuoteBlock()),
    ("image", ImageBlock()),
    ("facts", FactsBlock()),
    ("points", PointsBlock()),
    ("ways", WaysBlock()),
    *CAMPAIGN_BLOCKS,
]

#: What a contact page is made of.
CONTACT_BLOCKS = [*WORDS_BLOCKS, ("ways", WaysBlock()), ("addresses", AddressesBlock())]


class MenuItemBlock(blocks.StructBlock):
    page = blocks.PageChooserBlock(label=_("Page"))
    label = blocks.CharBlock(label=_("Short name"), max_length=40)

    class Meta:
        icon = "link"
        label = _("Menu item")
        description = _("A page under a short name")


MENU_BLOCKS = [("item", MenuItemBlock())]
