"""What goes into a page of somebody else's site: the frame of an action, and the script for it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from ..actions import siblings, words
from ..actions.sites import absolute, page_address

#: Pixels. The form is about so high in a column of that width; where no script tells, it scrolls.
WIDTH, HEIGHT = 600, 900


@dataclass(frozen=True)
class Code:
    """What an editor hands to an ally, for one page: ``code`` to copy, ``url`` to look at."""

    language: str
    url: str
    code: str

    @property
    def language_name(self) -> str:
        """The language in that of the reader."""
        return words.language(self.language)


def of_action(action_key) -> list[Code]:
    """The codes of all live pages of an action, one a language."""
    pages = siblings.pages_of(action_key).live().public().select_related("locale").order_by("pk")
    return [
        Code(page.locale.language_code, frame_url(page), f"{frame(page)}\n{script(page)}")
        for page in pages
    ]


def frame_url(page) -> str:
    """The full address of what stands in the frame."""
    return absolute(page, reverse("wagtail_campaign:embed", args=[page.pk]))


def oembed_url(page) -> str:
    """The full address at which oEmbed answers for a page."""
    query = urlencode({"url": page_address(page)})
    return absolute(page, f"{reverse('wagtail_campaign:oembed')}?{query}")


def frame(page, width: int | None = None, height: int = HEIGHT) -> str:
    """The frame as HTML, as wide as there is room; with a ``width`` in pixels, no wider than that.
    Its host is told to us, and never the address of its page."""
    # Without the style, who reads on a phone would have to scroll sideways.
    wide = 'width="100%"' if width is None else f'width="{width:d}" style="max-width: 100%"'
    return format_html(
        '<iframe src="{}" title="{}" {} height="{}" loading="lazy" frameborder="0"'
        ' referrerpolicy="origin" data-campaign-embed></iframe>',
        frame_url(page),
        page.title,
        mark_safe(wide),
        height,
    )


def script(page) -> str:
    """The script, as HTML, that gives the frames on a page the height they need."""
    return format_html(
        '<script src="{}" async></script>',
        absolute(page, static("wagtail_campaign/embed.js")),
    )


def linked_frame(page, width: int, height: int) -> str:
    """The frame after a link to the page, with its script, for oEmbed.

    The link goes away once the frame is there. WordPress keeps these two of a provider that it
    doesn't know, and shows the link until the frame speaks its language; see ``embedded.js``.
    """
    return format_html(
        '<blockquote data-campaign-embed><a href="{}">{}</a></blockquote>{}{}',
        page_address(page),
        page.title,
        frame(page, width, height),
        script(page),
    )
