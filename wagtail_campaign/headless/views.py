"""The published document (OpenAPI 3.1), and a page to read it and try it out."""

from django.apps import apps
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_safe
from ninja import NinjaAPI

from .door import through


def urls_of(api: NinjaAPI) -> list:
    """The addresses of both."""

    @through
    @require_safe
    def document(request):
        """The document, with the addresses of this site."""
        return JsonResponse(document_of(api), json_dumps_params={"ensure_ascii": False})

    return [
        path("openapi.json", document, name="api_document"),
        path("", through(require_safe(interactive)), name="api"),
    ]


def document_of(api: NinjaAPI) -> dict:
    """The OpenAPI document. What every operation may answer stands in each of them."""
    root = reverse("wagtail_campaign:api")
    return api.get_openapi_schema(path_prefix=root)


def interactive(request):
    """Swagger UI, from our own origin: its files come with ``ninja``, where a site has that in
    INSTALLED_APPS; else 404."""
    if not apps.is_installed("ninja"):
        raise Http404
    return render(request, "wagtail_campaign/api.html")
