"""A petition, or a part of it, on any page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..actions.blocks import ActionChooserBlock, OfActionBlock, shown_in_public
from ..supporters.models import said_in_public
from .pages import PetitionMixin


class PetitionChooserBlock(ActionChooserBlock):
    """Chooses among petitions only."""

    page_class = PetitionMixin


class OfPetitionBlock(OfActionBlock):
    """Base of the blocks about one petition."""

    page = PetitionChooserBlock(label=_("Petition"))


class PetitionBlock(OfPetitionBlock):
    """The form of a petition with its progress, to put on any page."""

    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("Empty: its title.")
    )

    class Meta:
        label = _("Petition")
        icon = "edit"
        description = _("The form of a petition with its progress, to sign on this page.")
        part = "wagtail_campaign/petitions/block_form.html"


class SignersBlock(OfPetitionBlock):
    """The latest who signed a petition and let their names be shown."""

    def get_api_representation(self, value, context=None):
        """As for every block about an action; and as ``signers`` who is shown, as they wish."""
        page = shown_in_public(value["page"])
        latest = page.get_live().latest if page else []
        names = [said_in_public(name, country) for name, country in latest]
        return super().get_api_representation(value, context) | {"signers": names}

    class Meta:
        label = _("Latest signatures")
        icon = "group"
        description = _("The latest signers of a petition, each shown as they wish.")
        part = "wagtail_campaign/petitions/block_signers.html"
