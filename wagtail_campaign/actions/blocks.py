"""Blocks that any action page may offer."""

from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page, Site, get_page_models

from ..headless.pages import page_said
from ..sharing.sources import with_source
from .origins import via_of
from .pages import ActionPageMixin
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

    page_class: type = ActionPageMixin

    @cached_property
    def target_models(self):
        return [model for model in get_page_models() if issubclass(model, self.page_class)]

    def newest(self):
        """The page of the action that was made last, None where there is none."""
        kinds = {model.action_model for model in self.target_models}
        made = [newest for kind in kinds if (newest := kind.objects.order_by("-pk").first())]
        made.sort(key=lambda action: action.created_at, reverse=True)
        return next((page for action in made if (page := source_page(action.key))), None)

    def get_api_representation(self, value, context=None):
        return page_said(value, context)


class AnyPageBlock(blocks.PageChooserBlock):
    """Chooses among all pages of the site."""

    def get_api_representation(self, value, context=None):
        return page_said(value, context)


class OfActionBlock(CampaignBlock):
    """Base of the blocks about one action; subclasses have a chooser of the name ``page``.

    They speak the language of the page that carries them, wherever the action is translated, and
    show nothing while its page isn't live.
    """

    def get_context(self, value, parent_context=None):
        """Adds ``action_page`` with its ``anchor``, its public side as ``live``, and what its
        ``panel_context`` gives."""
        context = super().get_context(value, parent_context)
        page = shown(value["page"])
        context["is_shown"] = page is not None
        if page:
            context |= {"action_page": page, "anchor": page.campaign_anchor}
            context |= page.panel_context(context.get("request"))
            context["live"] = context[page.context_name]
        return context

    def get_api_representation(self, value, context=None):
        """As for every block; and as ``action`` how the action stands, None while it isn't live."""
        page = shown_in_public(value["page"])
        live = page.get_live() if page else None
        said = super().get_api_representation(value, context)
        return said | {"action": live.as_json() if live else None}

    def get_preview_value(self):
        """The newest action of the site, if there is one."""
        page = self.child_blocks["page"].newest()
        return self.normalize({**super().get_preview_value(), "page": page})


def shown(chosen):
    """The page that a chooser stands for, in the reader's language and as its own type; None
    without one, and while it isn't live."""
    page = chosen.localized if chosen else None
    return page.specific if page and page.live else None


def shown_in_public(chosen):
    """The same, as far as everybody may see it."""
    page = shown(chosen)
    return page if page and not page.get_view_restrictions().exists() else None


class NextStepBlock(blocks.StructBlock):
    """What a supporter can do next: a page of the site and a word that invites to it."""

    page = blocks.PageChooserBlock(label=_("Page"))
    text = blocks.CharBlock(
        label=_("Invitation"),
        required=False,
        max_length=120,
        help_text=_("Empty: the page's title."),
    )

    def get_context(self, value, parent_context=None):
        """Adds ``step_page``, None where it isn't live; the ``url`` of it, which says of an action
        from whose page one comes; and the ``ask`` that stands there instead of a link, or ""."""
        context = super().get_context(value, parent_context)
        page = value["page"].localized if value["page"] else None
        url, ask = page.get_url(context.get("request")) if page and page.live else "", ""
        if not url:
            return context | {"step_page": None}
        if issubclass(page.specific_class or Page, ActionPageMixin):
            page, via = page.specific, via_of(context.get("page"))
            url, ask = with_source(url, via) if via else url, page.draw_ask(via, value["text"])
        return context | {"step_page": page, "url": url, "ask": ask}

    def get_preview_value(self):
        """The front page of the site, with an invitation."""
        return self.normalize({"page": front_page(), "text": gettext("Read what happened since")})

    def get_api_representation(self, value, context=None):
        return {"page": page_said(value["page"], context), "text": value["text"]}

    class Meta:
        label = _("Next step")
        icon = "arrow-right"
        description = _("Shown to those who confirmed: another page where they can help.")
        template = "wagtail_campaign/blocks/next_step.html"
        preview_template = "wagtail_campaign/blocks/preview.html"


def front_page():
    """The front page of the default site, None without one: for previews."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    return site.root_page if site else None
