"""An update: what happened since, told on a page of its own under the page of its action."""

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import Page

from ..actions.images import ImageMixin
from ..actions.pages import ActionPageMixin
from ..headless.pages import TranslatedMixin, page_said
from ..headless.serializers import IMAGE


class UpdateMixin(TranslatedMixin, ImageMixin):
    """The fields of an update's page. It has no StreamField: concrete pages declare theirs.

    It can stand under any page with an action, and nowhere else.
    """

    intro = models.TextField(
        _("introduction"),
        max_length=500,
        help_text=_("What happened, in two sentences. The list of updates and the mail show it."),
    )
    mail_subject = models.CharField(
        _("subject of the mail"),
        max_length=120,
        blank=True,
        help_text=_("Others may read it on a locked phone. Empty: the title."),
    )

    content_panels = [
        FieldPanel("intro"),
        *ImageMixin.image_panels,
        FieldPanel("mail_subject"),
    ]
    api_fields = [APIField("intro"), IMAGE, APIField("about"), APIField("translations")]

    class Meta:
        abstract = True

    @property
    def is_urgent(self) -> bool:
        """Whether it is mailed at once, before all others, and to everybody who acted."""
        return False

    @property
    def said_first(self) -> str:
        """What its mail says above all else, in each reader's language though it isn't translated
        itself; "" for nothing."""
        return ""

    @classmethod
    def can_exist_under(cls, parent):
        """Only pages with an action have updates."""
        return super().can_exist_under(parent) and isinstance(parent.specific, ActionPageMixin)

    @property
    def action_page(self):
        """The page that this is an update on, None where it isn't saved under one yet."""
        parent = self.get_parent() if self.path else None
        parent = parent.specific if parent else None
        return parent if isinstance(parent, ActionPageMixin) else None

    @property
    def about(self) -> dict | None:
        """The page that this is an update on, for Wagtail's API."""
        with translation.override(self.locale.language_code):
            return page_said(self.action_page)

    def get_template(self, request, *args, **kwargs):
        """The template of the page. (Wagtail sets ``template`` on every concrete class.)"""
        return "wagtail_campaign/updates/page.html"

    def get_context(self, request, *args, **kwargs):
        """Adds ``action_page`` and its public side, ``action``."""
        page = self.action_page
        live = page.get_live(request) if page else None
        return super().get_context(request, *args, **kwargs) | {"action_page": page, "action": live}


class AbstractUpdatePage(UpdateMixin, Page):
    """An update's page, for sites with page types of their own."""

    content_panels = Page.content_panels + UpdateMixin.content_panels

    class Meta:
        abstract = True
