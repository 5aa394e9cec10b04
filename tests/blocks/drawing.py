"""How a block looks on a page that carries it."""

from django.test import RequestFactory
from django.utils import translation

from wagtail_campaign.blocks import CAMPAIGN_BLOCKS

BLOCKS = dict(CAMPAIGN_BLOCKS)


def drawn(name, carrier=None, **values) -> str:
    """A block with these values on a page, in its language, with single spaces."""
    block = BLOCKS[name]
    block.set_name(name)
    request = RequestFactory().get("/")
    language = carrier.locale.language_code if carrier else "en"
    with translation.override(language):
        value = block.normalize({**block.get_default(), **values})
        shown = block.render(value, {"request": request, "page": carrier})
    return " ".join(shown.split())
