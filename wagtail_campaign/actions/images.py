"""The image of a page, and what it shows in the language of that page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.images import get_image_model_string


class ImageMixin(models.Model):
    """An image at the top of a page."""

    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # The image library knows one description, whatever the language of the page.
    image_alt = models.CharField(
        _("what the image shows"),
        max_length=255,
        blank=True,
        help_text=_("For those who don’t see it. Empty: its description in the image library."),
    )

    image_panels = [FieldPanel("image"), FieldPanel("image_alt")]

    class Meta:
        abstract = True
