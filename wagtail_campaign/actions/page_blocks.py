"""What editors compose around actions: a call to one, a quotation, how to reach the campaign."""

from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from ..headless.pages import image_said
from .blocks import AnyPageBlock, CampaignBlock, front_page, shown
from .pages import ActionPageMixin


class Style(models.TextChoices):
    """How much a call to action stands out."""

    PANEL = "panel", _("Panel")
    STRONG = "strong", _("In the colour of the campaign")
    PLAIN = "plain", _("Without a frame")


def heading_block(**kwargs) -> blocks.CharBlock:
    """A heading over a block, which may be left out."""
    return blocks.CharBlock(label=_("Heading"), required=False, max_length=120, **kwargs)


def text_block() -> blocks.TextBlock:
    """A few words below it, without markup, which may be left out as well."""
    label = pgettext_lazy("block", "Text")
    return blocks.TextBlock(label=label, required=False, max_length=600, rows=3)


class CallToActionBlock(CampaignBlock):
    """A heading, a few words, and a button that leads to a page or to the form of an action.

    Nothing is shown while the page isn't live; once an action is over, how it stands in place of
    the button.
    """

    heading = heading_block(help_text=_("Empty: the title of the page."))
    text = text_block()
    page = AnyPageBlock(label=_("Page"))
    label = blocks.CharBlock(
        label=_("Words on the button"),
        required=False,
        max_length=60,
        help_text=_("Empty: what the page’s own button says, or its title."),
    )
    style = blocks.ChoiceBlock(label=_("Style"), choices=Style.choices, default=Style.PANEL)

    def get_context(self, value, parent_context=None):
        """Adds the page as ``leads_to``; of an action also its ``anchor``, its public side as
        ``live``, and ``state_title``, the templates that say how it stands."""
        context = super().get_context(value, parent_context)
        page = shown(value["page"])
        context |= {"leads_to": page, "is_shown": page is not None}
        if isinstance(page, ActionPageMixin):
            live = page.get_live(context.get("request"))
            context |= {page.context_name: live, "live": live, "anchor": page.campaign_anchor}
            context["state_title"] = page.part_templates("state_title")
        return context

    def get_preview_value(self):
        """An invitation to the front page of the site."""
        return self.normalize(
            {
                **super().get_preview_value(),
                "heading": gettext("Stand by them"),
                "text": gettext("It takes two minutes, and they hear of every one of you."),
                "page": front_page(),
                "label": gettext("Help now"),
            }
        )

    class Meta:
        label = _("Call to action")
        icon = "pick"
        description = _("A heading, a few words, and a button to a page or to an action.")
        part = "wagtail_campaign/blocks/call_to_action.html"


class QuoteBlock(CampaignBlock):
    """Somebody's words, with who says them and, if there is one, a picture of them."""

    text = blocks.TextBlock(label=pgettext_lazy("quotation", "Words"), max_length=1000, rows=4)
    who = blocks.CharBlock(label=_("Whose words"), required=False, max_length=120)
    role = blocks.CharBlock(
        label=_("Who that is"),
        required=False,
        max_length=200,
        help_text=_("“Chair of the dockers’ union”."),
    )
    image = ImageChooserBlock(
        label=_("Picture"),
        required=False,
        help_text=_("A portrait. Who can’t see it is told the name beside it."),
    )

    def get_api_representation(self, value, context=None):
        """As for every block, the picture as it is to be shown."""
        said = super().get_api_representation(value, context)
        return said | {"image": image_said(value["image"])}

    def get_preview_value(self):
        """Invented words."""
        return self.normalize(
            {
                **super().get_preview_value(),
                "text": gettext("We ask for nothing but what the law already says."),
                "who": gettext("Aigul, a welder"),
                "role": gettext("One of the strikers"),
            }
        )

    class Meta:
        label = _("Somebody’s words")
        icon = "openquote"
        description = _("A quotation with name, role and picture.")
        part = "wagtail_campaign/blocks/quote.html"


class AddressBlock(blocks.StructBlock):
    """One way to reach somebody."""

    name = blocks.CharBlock(label=_("Who"), max_length=120, help_text=_("“The campaign’s office”."))
    lines = blocks.TextBlock(
        label=_("Postal address"),
        required=False,
        max_length=500,
        rows=4,
        help_text=_("Line by line, as on an envelope."),
    )
    email = blocks.EmailBlock(label=_("E-mail"), required=False)

    class Meta:
        label = _("Address")
        icon = "home"


class ContactBlock(CampaignBlock):
    """How the campaign is reached: addresses, and to whom copies of letters go."""

    heading = heading_block()
    text = text_block()
    addresses = blocks.ListBlock(AddressBlock(), label=_("Addresses"), max_num=12)
    copies_to = blocks.ListBlock(
        blocks.EmailBlock(label=_("E-mail")),
        label=_("Copies to"),
        default=[],
        max_num=6,
        help_text=_("Where supporters send a copy of what they write by themselves."),
    )

    def get_preview_value(self):
        """An invented office."""
        office = {
            "name": gettext("The campaign’s office"),
            "lines": gettext("Solidarity House\n12 Harbour Street\nExample Town"),
            "email": "office@example.org",
        }
        return self.normalize(
            {
                **super().get_preview_value(),
                "heading": gettext("Write to us"),
                "addresses": [office],
                "copies_to": ["copies@example.org"],
            }
        )

    class Meta:
        label = _("Contact")
        icon = "mail"
        description = _("Postal and e-mail addresses, and to whom copies of letters go.")
        part = "wagtail_campaign/blocks/contact.html"
