"""The comparisons: the row of a bare view, a form page and a plain page."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.contrib.forms.models import AbstractForm, AbstractFormField
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page

from wagtail_campaign.blocks import TEXT_BLOCKS


class Entry(models.Model):
    """What a bare view writes: three fields that a petition asks for too."""

    first_name = models.CharField(max_length=60)
    email = models.EmailField()
    country = models.CharField(max_length=2)

    def __str__(self):
        return str(self.pk)


class PlainPage(Page):
    """A page with the texts of a petition's page, and without the petition."""

    addressed_to = models.CharField(max_length=255, blank=True)
    intro = models.TextField(blank=True)
    image = models.ForeignKey(
        get_image_model_string(), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    body = StreamField(TEXT_BLOCKS, blank=True)

    template = "comparison/plain_page.html"


class FormField(AbstractFormField):
    """One field of the form page."""

    page = ParentalKey("FormPage", on_delete=models.CASCADE, related_name="form_fields")


class FormPage(AbstractForm):
    """The form page of Wagtail's documentation."""

    template = "comparison/form_page.html"
    landing_page_template = "comparison/form_page_landing.html"
