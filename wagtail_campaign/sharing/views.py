"""The QR code of a page, drawn here."""

import io

import segno
import swapper
from django.http import Http404, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from ..actions.sites import page_address
from .sources import with_source


@require_safe
def qr(request, page_id):
    """The full address of a live page as a QR code (SVG). 404 for one that is not public."""
    pages = swapper.load_model("wagtailcore", "Page").objects.live().public()
    page = pages.filter(pk=page_id).first()
    url = page_address(page)
    if not url:
        raise Http404
    drawing = io.BytesIO()
    segno.make(with_source(url, "qr"), error="m", micro=False).save(
        drawing, kind="svg", scale=4, light="white"
    )
    response = HttpResponse(drawing.getvalue(), content_type="image/svg+xml")
    patch_cache_control(response, public=True, max_age=86400)
    return response
