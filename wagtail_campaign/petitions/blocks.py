"""A petition on any page."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import get_page_models

from ..actions.siblings import source_page
from .models import Petition
from .pages import PetitionMixin


class PetitionChooserBlock(blocks.PageChooserBlock):
    """Chooses among petitions only; the site's page types stay out of its migrations."""

    @cached_property
    def target_models(self):
        return [model for model in get_page_models() if issubclass(model, PetitionMixin)]


class PetitionBlock(blocks.StructBlock):
    """The form of a petition with its progress, to put on any page.

    It speaks the language of the page that carries it, wherever the petition is translated.
    """

    page = PetitionChooserBlock(label=_("Petition"))
    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("Empty: its title.")
    )

    def get_context(self, value, parent_context=None):
        """Adds ``petition_page``, ``carrier`` and what the page's ``panel_context`` gives."""
        context = super().get_context(value, parent_context)
        request = context.get("request")
        chosen = value["page"]
        page = chosen.localized.specific if chosen else None
        if page and page.live:
            context["petition_page"] = page
            context.update(page.panel_context(request))
            context["carrier"] = context.get("page")
        return context

    def get_preview_context(self, value, parent_context=None):
        """As for every block, and the form can't be sent."""
        if request := (parent_context or {}).get("request"):
            request.is_preview = True
        return super().get_preview_context(value, parent_context)

    def get_preview_value(self):
        """The newest petition of the site, if there is one."""
        newest = Petition.objects.order_by("-pk").first()
        page = source_page(newest.key) if newest else None
        return self.normalize({"page": page, "heading": ""})

    class Meta:
        label = _("Petition")
        icon = "edit"
        description = _("The form of a petition with its progress, to sign on this page.")
        template = "wagtail_campaign/petitions/block.html"
        preview_template = "wagtail_campaign/blocks/preview.html"
