"""Blocks that any action page may offer."""

from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Site, get_page_models

from .siblings import source_page


class CampaignBlock(blocks.StructBlock):
    """Base of the blocks that bring our sheet and script to any page, once.

    ``Meta.part`` is the template of what is inside; it is drawn where ``is_shown``.
    """

    def get_context(self, value, parent_context=None):
        """Adds ``is_shown``, and ``carrier``: the page that the block stands on."""
        context = super().get_context(value, parent_context)
        return context | {"is_shown": True, "carrier": context.get("page")}

    def get_preview_context(self, value, parent_context=None):
        """As for every block, and nothing can be sent."""
        if request := (parent_context or {}).get("request"):
            request.is_preview = True
        return super().get_preview_context(value, parent_context)

    class Meta:
        group = _("Campaign")
        template = "wagtail_campaign/blocks/frame.html"
        preview_template = "wagtail_campaign/blocks/preview.html"


class ActionChooserBlock(blocks.PageChooserBlock):
    """Chooses among the pages of one kind of action; the site's page types stay out of its
    migrations. Subclasses name the mixin of those pages."""

    page_class: type

    @cached_property
    def target_models(self):
        return [model for model in get_page_models() if issubclass(model, self.page_class)]


class OfActionBlock(CampaignBlock):
    """Base of the blocks about one action; subclasses have a chooser of the name ``page``.

    They speak the language of the page that carries them, wherever the action is translated, and
    show nothing while its page isn't live.
    """

    def get_context(self, value, parent_context=None):
        """Adds ``action_page`` with its ``anchor``, and what its ``panel_context`` gives."""
        context = super().get_context(value, parent_context)
        chosen = value["page"]
        page = chosen.localized.specific if chosen else None
        context["is_shown"] = bool(page and page.live)
        if context["is_shown"]:
            context |= {"action_page": page, "anchor": page.campaign_anchor}
            context |= page.panel_context(context.get("request"))
        return context

    def get_preview_value(self):
        """The newest action of the site, if there is one."""
        model = self.child_blocks["page"].page_class.action_model
        newest = model.objects.order_by("-pk").first()
        page = source_page(newest.key) if newest else None
        return self.normalize({**super().get_preview_value(), "page": page})


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
