"""The published document (OpenAPI 3.1), and a page to read it and try it out."""

from django.apps import apps
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe
from ninja import NinjaAPI

from .door import may_be_kept, through
from .problems import CONTENT_TYPE


def urls_of(api: NinjaAPI) -> list:
    """The addresses of both."""

    @through
    @require_safe
    def document(request):
        """The document, with the addresses of this site."""
        may_be_kept(request)
        return JsonResponse(document_of(api), json_dumps_params={"ensure_ascii": False})

    return [
        path("openapi.json", document, name="api_document"),
        path("", through(require_safe(interactive)), name="api"),
        path("<path:anything>", through(nothing), name="api_nothing"),
    ]


def nothing(request, anything):
    """A problem document where there is no operation, and no page of the site's instead."""
    raise Http404


def document_of(api: NinjaAPI) -> dict:
    """The OpenAPI document. What every operation may answer stands in each of them."""
    document = api.get_openapi_schema(path_prefix=reverse("wagtail_campaign:api"))
    for operations in document["paths"].values():
        for operation in operations.values():
            for status, response in operation["responses"].items():
                if int(status) >= 400:
                    # Ninja has one media type for all that it answers.
                    response["content"] = {CONTENT_TYPE: response["content"]["application/json"]}
                    # The words that it takes for a status are those of this version of Python.
                    response["description"] = "A problem document"
    return document


def interactive(request):
    """Swagger UI, from our own origin: its files come with ``ninja``, where a site has that in
    INSTALLED_APPS; else 404."""
    if not apps.is_installed("ninja"):
        raise Http404
    settings = {"url": reverse("wagtail_campaign:api_document"), "deepLinking": True}
    context = {"title": "Campaign API", "settings": settings}
    return render(request, "wagtail_campaign/api.html", context)
