"""A second little site: its own kind of petition, and a page that carries one."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from wagtail_campaign.blocks import CAMPAIGN_BLOCKS, TEXT_BLOCKS
from wagtail_campaign.petitions.pages import AbstractPetitionPage


class AppealPage(AbstractPetitionPage):
    """A petition without next steps, with a text of its own."""

    story = StreamField(TEXT_BLOCKS, blank=True)

    content_panels = [*AbstractPetitionPage.content_panels, FieldPanel("story")]


class ArticlePage(Page):
    """A page that may carry a petition's form."""

    body = StreamField(CAMPAIGN_BLOCKS, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("body")]
