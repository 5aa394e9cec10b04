"""Links by which a page is passed on. Nothing is loaded from those they lead to."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from django.utils.encoding import uri_to_iri
from django.utils.translation import gettext_lazy as _

from .sources import with_source


@dataclass(frozen=True)
class ShareLink:
    """One way to pass a page on: ``name`` for the icon, ``label`` to read, ``url`` to open."""

    name: str
    label: str
    url: str


# {url} and {text} are percent-encoded; Mastodon's sharing page asks for one's own server.
SERVICES = [
    ("telegram", "Telegram", "https://t.me/share/url?url={url}&text={text}"),
    ("whatsapp", "WhatsApp", "https://wa.me/?text={text}%20{url}"),
    ("vk", "VK", "https://vk.com/share.php?url={url}&title={text}"),
    ("facebook", "Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    ("x", "X", "https://x.com/intent/post?url={url}&text={text}"),
    ("bluesky", "Bluesky", "https://bsky.app/intent/compose?text={text}%20{url}"),
    ("mastodon", "Mastodon", "https://share.joinmastodon.org/#text={text}%20{url}"),
    ("email", _("E-mail"), "mailto:?subject={text}&body={url}"),
]


def share_links(url: str, text: str) -> list[ShareLink]:
    """The links for a page's full address and its title. Each says which way it was passed on."""
    return [
        ShareLink(name, label, _filled(link, name, url, text)) for name, label, link in SERVICES
    ]


def _filled(link: str, name: str, url: str, text: str) -> str:
    return link.format(url=quote(with_source(url, name), safe=""), text=quote(text, safe=""))


def short_address(url: str) -> str:
    """An address as people type it: "example.org/petition" for "https://www.example.org/petition/"."""
    parts = urlsplit(url)
    return uri_to_iri(parts.netloc.removeprefix("www.") + parts.path).rstrip("/")
