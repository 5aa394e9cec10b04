"""Resources and collections as HAL (draft-kelly-json-hal), with OSDI's names for their links."""

from urllib.parse import urlencode

from django.http import JsonResponse
from django.urls import reverse

CONTENT_TYPE = "application/hal+json"
CURIES = [
    {
        "name": "osdi",
        "href": "https://opensupporter.github.io/osdi-docs/{rel}.html",
        "templated": True,
    }
]
#: The prefix of our identifiers: "wagtail_campaign:12".
NAMESPACE = "wagtail_campaign"
PER_PAGE = 25
MOST = 100


def answer(said: dict) -> JsonResponse:
    """A document, kept by nobody."""
    return JsonResponse(
        said,
        content_type=CONTENT_TYPE,
        headers={"Cache-Control": "no-store, private"},
        json_dumps_params={"ensure_ascii": False},
    )


def link(request, name: str, *arguments) -> dict:
    """A link to one of our addresses: "osdi_people"."""
    path = reverse(f"wagtail_campaign:{name}", args=arguments)
    return {"href": request.build_absolute_uri(path)}


def collection(request, rel: str, documents: list[dict], per_page: int, last: int | None) -> dict:
    """A page of a collection. ``last``: the id of its last row, where others follow it.

    ``next`` leads on from there, so that none is skipped and no page costs more than the first.
    How many there are in all isn't said: counting them would.
    """
    links = {
        "curies": CURIES,
        "self": {"href": request.build_absolute_uri()},
        rel: [document["_links"]["self"] for document in documents],
    }
    if last is not None:
        query = urlencode({"after": last, "per_page": per_page})
        links["next"] = {"href": f"{request.build_absolute_uri(request.path)}?{query}"}
    return {"per_page": per_page, "_links": links, "_embedded": {rel: documents}}
