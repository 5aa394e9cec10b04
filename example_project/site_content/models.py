"""Home and plain pages: what a campaign's site has besides articles and the campaign's actions."""

import swapper
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from .articles import ArticleCategory, ArticleIndexPage, ArticlePage
from .blocks import MENU_BLOCKS, PAGE_BLOCKS
from .illustrated import Illustrated

__all__ = ["ArticleCategory", "ArticleIndexPage", "ArticlePage", "HomePage", "StandardPage"]

PAGE = swapper.get_model_name("wagtailcore", "Page")


class HomePage(Illustrated, Page):
    """The front page. Its title is the name of the site, in the language of the page."""

    headline = models.CharField(_("headline"), max_length=120)
    action_page = models.ForeignKey(
        PAGE,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("first call to action"),
        help_text=_("The page that the button leads to."),
    )
    action_label = models.CharField(_("words on the button"), max_length=60, blank=True)
    body = StreamField(PAGE_BLOCKS, verbose_name=_("body"), blank=True)
    menu = StreamField(
        MENU_BLOCKS, verbose_name=_("menu"), blank=True, help_text=_("At the head of every page.")
    )
    foot_menu = StreamField(
        MENU_BLOCKS,
        verbose_name=_("menu at the foot"),
        blank=True,
        help_text=_("At the foot of every page, the privacy page among them."),
    )

    content_panels = Page.content_panels + [
        FieldPanel("headline"),
        *Illustrated.illustrated_panels,
        MultiFieldPanel(
            [FieldPanel("action_page"), FieldPanel("action_label")], heading=_("Call to action")
        ),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("menu"), FieldPanel("foot_menu")], heading=_("Menus")),
    ]
    search_fields = Page.search_fields + Illustrated.illustrated_search_fields

    class Meta:
        verbose_name = _("home page")

    def latest_articles(self):
        """The newest articles in the language of the page: one that leads, and three more."""
        return ArticlePage.published(self)[:4]


class StandardPage(Illustrated, Page):
    """Text with a standfirst: "Support the campaign", "Privacy"."""

    body = StreamField(PAGE_BLOCKS, verbose_name=_("body"), blank=True)

    content_panels = Page.content_panels + [
        *Illustrated.illustrated_panels,
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        *Illustrated.illustrated_search_fields,
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("plain page")
