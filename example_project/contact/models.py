"""The contact page, and a message on its way."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from example_project.site_content.blocks import CONTACT_BLOCKS
from example_project.site_content.illustrated import Illustrated
from wagtail_campaign.actions.again import bound_form
from wagtail_campaign.actions.records import Record

from .forms import MessageForm


class Message(Record):
    """What somebody writes to the campaign, from the form to the campaign's mail box.

    It is emptied as soon as it has gone, and deleted within the hour.
    """

    mailed_slice = "message"
    #: How long the link to confirm it works.
    GOOD_FOR = timedelta(hours=1)
    #: How long a message that was confirmed waits for a mail server that is away.
    WAITS_FOR = timedelta(days=7)

    text = models.TextField(_("message"), blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        default_permissions = ()

    @property
    def is_too_late(self) -> bool:
        """Whether the link to confirm it has run out."""
        return timezone.now() - self.created_at > self.GOOD_FOR


class ContactPage(Illustrated, Page):
    """Where the campaign is reached, and a form to write to it."""

    #: What the ids of the form begin with.
    campaign_anchor = "contact"

    body = StreamField(CONTACT_BLOCKS, verbose_name=_("body"), blank=True)

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
        verbose_name = _("contact page")

    def get_context(self, request, *args, **kwargs):
        """Adds ``form``: an empty one, or the one that was sent and isn't taken."""
        context = super().get_context(request, *args, **kwargs)
        return context | {"form": bound_form(request, self) or MessageForm()}
