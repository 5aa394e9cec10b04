"""A page of the package inside a frame on somebody else's site: how it is known, drawn and let in.

Nothing there has a session or a cookie, so a frame gives nothing away and nothing to ride on.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.shortcuts import render
from django.templatetags.static import static

from ..sharing import sources

#: The field of a form, and the word in an address, that say that the answer goes into a frame.
FIELD = "framed"
#: What pages extend there in place of the site's own frame.
BASE = "wagtail_campaign/embeds/base.html"


def is_framed(request) -> bool:
    """Whether the answer to a request is to be shown in a frame."""
    return FIELD in request.POST or FIELD in request.GET


def stay(request, url: str) -> str:
    """The address of a next step, in the frame where the request came from one."""
    if not is_framed(request):
        return url
    return f"{url}{'&' if '?' in url else '?'}{FIELD}"


def draw(request, page, panel="", **more):
    """The form of an action's page with its progress, for a frame; or the template ``panel`` in
    place of both, which is given ``more``."""
    shown = page.panel_context(request)
    live = shown[page.context_name]
    via = sources.source_of(request, live.embed_origins)
    context = {
        **shown,
        **context_of(request, page),
        "anchor": page.campaign_anchor,
        "panel": panel or page.part_templates("panel"),
        "is_open": live.is_open,
        "via": via,
        "way_out": sources.with_source(page.url, via) if via else page.url,
        **more,
    }
    return render(request, "wagtail_campaign/embeds/embed.html", context)


def context_of(request, page) -> dict:
    """What ``BASE`` is given, for a page that extends it."""
    live = page.get_live(request)
    return {"page": page, "campaign_base": BASE, "embed_origins": live.embed_origins}


def let_in(response, origins: tuple[str, ...]):
    """Lets the sites of those origins, and no other, show an answer; the answer itself.

    Django's middlewares leave what is said here as it is, ``X-Frame-Options`` and that of Django 6
    for the Content-Security-Policy.
    """
    policy = {
        "default-src": ["'self'", *_own_hosts()],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": origins or ["'none'"],
    }
    said = [f"{name} {' '.join(sources)}" for name, sources in policy.items()]
    response.headers["Content-Security-Policy"] = "; ".join(said)
    response.xframe_options_exempt = True
    # The form tells by it from where it was sent: see ``sharing.sources``.
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _own_hosts() -> list[str]:
    """Where the site keeps its files, if that is another host."""
    parts = [urlsplit(url) for url in (static("wagtail_campaign/campaign.css"), settings.MEDIA_URL)]
    return sorted({f"{part.scheme or 'https'}://{part.netloc}" for part in parts if part.netloc})
