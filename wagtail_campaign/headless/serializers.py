"""How Wagtail's API shows fields of our pages: ``APIField("thanks", serializer=Html())``.

Its versions 2 and 3 both take these (of Django REST framework, which Wagtail needs itself). Without
them rich text would have numbers in the place of addresses, images numbers in that of files, and
blocks would speak the language of the request on a page in another one.
"""

from django.utils import translation
from rest_framework.fields import Field
from wagtail.api import APIField

from . import pages


class OfPage(Field):
    """Base of those that need more of the page than the one field, its language above all."""

    def get_attribute(self, instance):
        return instance


class Html(OfPage):
    """A ``RichTextField`` as HTML to be shown; links lead to pages in the language of this one."""

    def to_representation(self, page) -> str:
        with translation.override(page.locale.language_code):
            return pages.html_said(getattr(page, self.field_name))


class Picture(OfPage):
    """The image of an ``ImageMixin``, as ``image_said`` has it."""

    def to_representation(self, page) -> dict:
        image = page.image
        return pages.image_said(image, page.image_alt or image.description) if image else None


class Blocks(OfPage):
    """A ``StreamField`` in the language of its page; chosen pages, too, are those in it."""

    def to_representation(self, page) -> list:
        stream = getattr(page, self.field_name)
        with translation.override(page.locale.language_code):
            return pages.stream_said(stream, self.context)


def html(name: str) -> APIField:
    """A rich text field of a page, for its ``api_fields``."""
    return APIField(name, serializer=Html())


def blocks(name: str) -> APIField:
    """A StreamField of a page, for its ``api_fields``."""
    return APIField(name, serializer=Blocks())


#: That of an ``ImageMixin``.
IMAGE = APIField("image", serializer=Picture())
