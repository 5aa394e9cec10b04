"""Home, articles and plain pages: what a campaign's site has besides the campaign's actions."""

import swapper
from django.core.paginator import Paginator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page, TranslatableMixin
from wagtail.snippets.models import register_snippet
from wagtail_localize.fields import SynchronizedField

from .blocks import MENU_BLOCKS, PAGE_BLOCKS

PAGE = swapper.get_model_name("wagtailcore", "Page")


class Illustrated(models.Model):
    """A standfirst and an image: what lists, search engines and shared links show of a page."""

    standfirst = models.TextField(
        _("standfirst"), blank=True, help_text=_("Two sentences that say what the page is about.")
    )
    image = models.ForeignKey(
        get_image_model_string(),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("image"),
    )
    image_alt = models.CharField(
        _("what the image shows"),
        max_length=200,
        blank=True,
        help_text=_("For those who don't see it. Empty where it only decorates."),
    )

    class Meta:
        abstract = True

    illustrated_panels = [
        FieldPanel("standfirst"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]


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

    class Meta:
        verbose_name = _("home page")

    def latest_articles(self):
        """The three newest articles in the language of the page."""
        return ArticlePage.published(self)[:3]


class StandardPage(Illustrated, Page):
    """Text with a standfirst: "Support the campaign", "Privacy"."""

    body = StreamField(PAGE_BLOCKS, verbose_name=_("body"), blank=True)

    content_panels = Page.content_panels + [
        *Illustrated.illustrated_panels,
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("plain page")


@register_snippet
class ArticleCategory(TranslatableMixin, models.Model):
    """A heading under which articles are listed, translated like a page."""

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(
        _("slug"), help_text=_("How it stands in addresses; the same in every language.")
    )

    # The slug identifies the category in addresses, so it is carried over and not translated.
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("article category")
        verbose_name_plural = _("article categories")
        ordering = ["name"]

    def __str__(self):
        return self.name


class ArticleIndexPage(Illustrated, Page):
    """All articles, newest first, of every category or of one (``?category=trials``)."""

    PER_PAGE = 12

    actions = StreamField(
        PAGE_BLOCKS,
        verbose_name=_("calls to action"),
        blank=True,
        help_text=_("Beside every article that has none of its own."),
    )

    content_panels = Page.content_panels + [
        *Illustrated.illustrated_panels,
        FieldPanel("actions"),
    ]
    subpage_types = ["site_content.ArticlePage"]

    class Meta:
        verbose_name = _("articles")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.published(self)
        chosen = request.GET.get("category", "")
        if chosen:
            articles = articles.filter(category__slug=chosen)
        context["categories"] = ArticleCategory.objects.filter(locale=self.locale)
        context["chosen"] = chosen
        context["articles"] = Paginator(articles, self.PER_PAGE).get_page(request.GET.get("page"))
        return context


class ArticlePage(Illustrated, Page):
    """An article: category, standfirst, by-line, place, date, text, and calls to action beside."""

    category = models.ForeignKey(
        ArticleCategory,
        on_delete=models.PROTECT,
        related_name="articles",
        null=True,
        verbose_name=_("category"),
    )
    by_line = models.CharField(_("by-line"), max_length=120, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    date = models.DateField(_("date"), null=True)
    body = StreamField(PAGE_BLOCKS, verbose_name=_("body"), blank=True)
    actions = StreamField(
        PAGE_BLOCKS,
        verbose_name=_("calls to action"),
        blank=True,
        help_text=_("Beside this article. Empty: those of the page of all articles."),
    )

    content_panels = Page.content_panels + [
        FieldPanel("category"),
        *Illustrated.illustrated_panels,
        MultiFieldPanel(
            [FieldPanel("by_line"), FieldPanel("place"), FieldPanel("date")],
            heading=_("Who, where, when"),
        ),
        FieldPanel("body"),
        FieldPanel("actions"),
    ]
    parent_page_types = ["site_content.ArticleIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("article")

    @classmethod
    def published(cls, page):
        """Live articles in the language of a page, newest first."""
        return (
            cls.objects.live()
            .public()
            .filter(locale_id=page.locale_id)
            .select_related("category", "image")
            .order_by("-date", "-pk")
        )

    def calls_to_action(self):
        """The blocks beside the text: its own, or else those that stand beside every article."""
        return self.actions or self.get_parent().specific.actions
