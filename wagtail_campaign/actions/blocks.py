"""Blocks that any action page may offer."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Site


class NextStepBlock(blocks.StructBlock):
    """What a supporter can do next: a page of the site and a word that invites to it."""

    page = blocks.PageChooserBlock(label=_("Page"))
    text = blocks.CharBlock(
        label=_("Invitation"),
        required=False,
        max_length=120,
        help_text=_("Empty: the page's title."),
    )

    def get_preview_value(self):
        """The front page of the site, with an invitation."""
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        page = site.root_page if site else None
        return self.normalize({"page": page, "text": gettext("Read what happened since")})

    class Meta:
        label = _("Next step")
        icon = "arrow-right"
        description = _("Shown to those who confirmed: another page where they can help.")
        template = "wagtail_campaign/blocks/next_step.html"
        preview_template = "wagtail_campaign/blocks/preview.html"
