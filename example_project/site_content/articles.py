"""Articles, in categories: a page for each, a page for all of them, and a feed."""

from django.core.paginator import Paginator
from django.db import models
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page, TranslatableMixin
from wagtail.search import index
from wagtail.snippets.models import register_snippet
from wagtail_localize.fields import SynchronizedField

from . import feed
from .blocks import PAGE_BLOCKS
from .illustrated import Illustrated


@register_snippet
class ArticleCategory(TranslatableMixin, models.Model):
    """A heading under which articles are listed, translated like a page."""

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(
        _("slug"), help_text=_("How it stands in addresses; the same in every language.")
    )
    description = models.TextField(
        _("description"), blank=True, help_text=_("A sentence at the head of its page.")
    )

    # The slug identifies the category in addresses, so it is carried over and not translated.
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("article category")
        verbose_name_plural = _("article categories")
        ordering = ["name"]

    def __str__(self):
        return self.name


class ArticleIndexPage(Illustrated, RoutablePageMixin, Page):
    """All articles, newest first; those of a category under ``category/<slug>/``; and the feed."""

    PER_PAGE = 12
    #: What is shown below the page's own address, "category/court/"; and the languages it is in.
    shown_part = ""
    shown_in = frozenset()

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
    search_fields = Page.search_fields + Illustrated.illustrated_search_fields
    subpage_types = ["site_content.ArticlePage"]

    class Meta:
        verbose_name = _("articles")

    @path("category/<slug:slug>/", name="category")
    def of_category(self, request, slug):
        """The articles of a category. 404 where there is none of that slug in this language."""
        categories = ArticleCategory.objects.filter(locale=self.locale)
        category = get_object_or_404(categories, slug=slug)
        self.shown_part = self.reverse_subpage("category", [slug])
        translations = category.get_translations(inclusive=True)
        self.shown_in = set(translations.values_list("locale__language_code", flat=True))
        return self.render(request, context_overrides=self.listed(request, category))

    @path("feed/", name="feed")
    def as_feed(self, request):
        """The latest articles of this language as Atom (RFC 4287)."""
        return feed.answer(request, self, ArticlePage.published(self)[: feed.MOST])

    def get_context(self, request, *args, **kwargs):
        """Adds what ``listed`` gives, and the ``categories`` there are."""
        context = super().get_context(request, *args, **kwargs)
        categories = ArticleCategory.objects.filter(locale=self.locale)
        return context | {"categories": categories} | self.listed(request)

    def listed(self, request, category=None) -> dict:
        """The ``articles`` of a category, or all of them: the part that ``?page=`` asks for."""
        articles = ArticlePage.published(self)
        if category:
            articles = articles.filter(category=category)
        part = Paginator(articles, self.PER_PAGE).get_page(request.GET.get("page"))
        return {"category": category, "articles": part}


class ArticlePage(Illustrated, Page):
    """An article: category, standfirst, by-line, place, date, text, and calls to action beside."""

    RELATED = 3

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
    search_fields = [
        *Page.search_fields,
        *Illustrated.illustrated_search_fields,
        index.SearchField("body"),
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

    def related(self) -> list:
        """Three others to read: of the same category first, then the newest."""
        others = self.published(self).exclude(pk=self.pk)
        same = models.Case(models.When(category=self.category_id, then=0), default=1)
        return list(others.order_by(same, "-date", "-pk")[: self.RELATED])
