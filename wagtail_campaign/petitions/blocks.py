"""A petition, or a part of it, on any page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..actions.blocks import ActionChooserBlock, OfActionBlock
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


class ProgressBlock(OfPetitionBlock):
    """How far a petition is, and a way to sign it."""

    class Meta:
        label = _("Progress of a petition")
        icon = "pick"
        description = _("How many have signed and how far it is to the goal, with a way to sign.")
        part = "wagtail_campaign/petitions/block_progress.html"


class SignersBlock(OfPetitionBlock):
    """The latest who signed a petition and let their names be shown."""

    class Meta:
        label = _("Latest signatures")
        icon = "group"
        description = _("The latest signers of a petition, each shown as they wish.")
        part = "wagtail_campaign/petitions/block_signers.html"


class ShareBlock(OfPetitionBlock):
    """Ways to pass a petition on."""

    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("Empty: “Pass it on”.")
    )

    class Meta:
        label = _("Pass a petition on")
        icon = "link-external"
        description = _("Links, an address to copy and a QR code. No other site is asked.")
        part = "wagtail_campaign/petitions/block_share.html"


class UpdatesBlock(OfPetitionBlock):
    """The latest updates on a petition, and the way to all of them."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("Empty: the title of the petition."),
    )

    class Meta:
        label = _("Updates on a petition")
        icon = "history"
        description = _("The latest updates on a petition, with a way to all of them.")
        part = "wagtail_campaign/petitions/block_updates.html"


class FiguresBlock(OfPetitionBlock):
    """How many signed, from how many countries, in a sentence that is right in each language."""

    class Meta:
        label = _("Figures in a sentence")
        icon = "openquote"
        description = _(
            "“1,337 people from 41 countries have signed.”, always with today’s numbers."
        )
        part = "wagtail_campaign/petitions/block_figures.html"
