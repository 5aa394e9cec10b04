"""What a front end without our templates is told of pages and of what stands on them: addresses,
translations, images and rich text, as JSON takes it."""

from collections import defaultdict

import swapper
from django.db import models
from wagtail.images.models import SourceImageIOError
from wagtail.rich_text import expand_db_html

from ..actions.siblings import pages_of
from ..actions.sites import page_address
from ..actions.titles import readers_language

#: No side of an image is longer; its own file may be that of a camera.
LONGEST = "max-1600x1600"
#: Where the context of blocks has the pages that they have chosen: {translation key: pages}.
KNOWN = "campaign_pages"


class TranslatedMixin(models.Model):
    """For a page of the package: the same page in its other languages, for Wagtail's API.

    An abstract model rather than a plain class, as those get into the migrations of sites.
    """

    class Meta:
        abstract = True

    @property
    def translations(self) -> list[dict]:
        """The same page in other languages, as far as the public sees it."""
        return translations_said(self)


def page_said(page, context: dict | None = None) -> dict | None:
    """A chosen page in the reader's language, with its translations: {"id", "type", "title", "url",
    "language", "translations"}. None without one, and while the public doesn't see it.

    ``context``: that of a block, in which ``with_pages`` may have put what is to be known.
    """
    if page is None:
        return None
    known = (context or {}).get(KNOWN)
    found = list(_public(page.translation_key)) if known is None else known[page.translation_key]
    language = readers_language()
    own = next((each for each in found if each.locale.language_code == language), None)
    own = own or next((each for each in found if each.pk == page.pk), None)
    return own and _said(own) | {"translations": [_said(other) for other in found if other != own]}


def with_pages(context: dict, stream) -> dict:
    """The context of blocks with all pages that a StreamField has chosen, in all their languages:
    in two queries, however many there are."""
    references = stream.stream_block.extract_references(stream)
    ids = {pk for model, pk, *_path in references if issubclass(model, _page_model())}
    known = defaultdict(list)
    if not ids:
        return {**context, KNOWN: known}
    keys = _page_model().objects.filter(pk__in=[pk for pk in ids if str(pk).isdecimal()])
    for page in _seen(
        _page_model().objects.filter(translation_key__in=keys.values("translation_key"))
    ):
        known[page.translation_key].append(page)
    return {**context, KNOWN: known}


def translations_said(page) -> list[dict]:
    """A page in its other languages, as far as the public sees it: [{"id", "title", "url",
    "language"}]."""
    return [head(other) for other in _public(page.translation_key).exclude(pk=page.pk)]


def head(page) -> dict:
    """What is said of every page: {"id", "title", "url", "language"}."""
    return {
        "id": page.pk,
        "title": page.title,
        "url": page_address(page),
        "language": page.locale.language_code,
    }


def named(page) -> dict | None:
    """``head`` of the page that a record names; None without one."""
    return page and head(page)


def image_said(image, alt: str = "") -> dict | None:
    """An image as it is to be shown: {"id", "url", "width", "height", "alt"}; None without one, and
    where its file is lost."""
    if image is None:
        return None
    try:
        drawn = image.get_rendition(LONGEST)
    except SourceImageIOError:
        return None
    return {
        "id": image.pk,
        "url": drawn.full_url,
        "width": drawn.width,
        "height": drawn.height,
        "alt": alt,
    }


def stream_said(stream, context: dict | None = None) -> list[dict]:
    """A StreamField in the language that is active: {"type", "value", "id"} of each block."""
    return stream.stream_block.get_api_representation(stream, with_pages(context or {}, stream))


def html_said(source: str) -> str:
    """Rich text as HTML, in which links to pages and documents are addresses."""
    return expand_db_html(source) if source else ""


def _public(translation_key):
    return _seen(pages_of(translation_key))


def _seen(pages):
    """Those that everybody may see."""
    return pages.live().public().select_related("locale").order_by("pk")


def _page_model():
    return swapper.load_model("wagtailcore", "Page")


def _said(page) -> dict:
    model = page.cached_content_type.model_class() or _page_model()
    return head(page) | {"type": model._meta.label}
