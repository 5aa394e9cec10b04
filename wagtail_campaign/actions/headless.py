"""What a front end without our templates is told: pages, images and how an action stands, as JSON
takes it."""

import swapper
from wagtail.images.models import AbstractImage
from wagtail.rich_text import RichText, expand_db_html

#: No side of an image is longer; its own file may be that of a camera.
LONGEST = "max-1600x1600"


def page_said(page) -> dict | None:
    """A chosen page in the reader's language, with its live translations; None without one, and
    while it isn't live: {"id", "type", "title", "url", "language", "translations"}."""
    page = page.localized if page else None
    if page is None or not page.live:
        return None
    pages = swapper.load_model("wagtailcore", "Page").objects.live()
    others = pages.filter(translation_key=page.translation_key).exclude(locale=page.locale_id)
    others = others.select_related("locale").order_by("pk")
    return _page_said(page) | {"translations": [_page_said(other) for other in others]}


def _page_said(page) -> dict:
    return {
        "id": page.pk,
        "type": page.cached_content_type.model_class()._meta.label,
        "title": page.title,
        "url": page.full_url or "",
        "language": page.locale.language_code,
    }


def image_said(image, alt: str = "") -> dict | None:
    """An image as it is to be shown: {"id", "url", "width", "height", "alt"}; None without one."""
    if image is None:
        return None
    drawn = image.get_rendition(LONGEST)
    return {
        "id": image.pk,
        "url": drawn.full_url,
        "width": drawn.width,
        "height": drawn.height,
        "alt": alt,
    }


def stream_said(stream) -> list[dict]:
    """A StreamField: {"type", "value", "id"} of each block, as its ``get_api_representation`` has
    it; but rich text as HTML for readers, and images as ``image_said``."""
    said = stream.stream_block.get_api_representation(stream)
    for child, one in zip(stream, said, strict=True):
        if isinstance(child.value, RichText):
            one["value"] = expand_db_html(child.value.source)
        elif isinstance(child.value, AbstractImage):
            alt = getattr(child.value, "contextual_alt_text", None) or ""
            one["value"] = image_said(child.value, alt)
    return said
