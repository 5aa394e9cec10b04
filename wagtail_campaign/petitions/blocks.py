"""A petition on any page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class PetitionBlock(blocks.StructBlock):
    """The form of a petition with its progress, to put on any page."""

    page = blocks.PageChooserBlock(label=_("Petition"))
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)

    class Meta:
        label = _("Petition")
        icon = "edit"
        description = _("The form of a petition with its progress, to sign on this page.")
        template = "wagtail_campaign/petitions/block.html"
        preview_template = "wagtail_campaign/blocks/preview.html"
