"""The API as HTTP: the entry point, collections and single resources, to who has a token."""

from functools import wraps

from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from ..actions.http import public
from . import hal, keys, permissions, resources
from .models import AccessToken, digest_of


def with_token(view):
    """Decorator: 401 without the secret of a token in ``OSDI-API-Token`` (or as a bearer), 403
    where its user may not, or no longer."""

    @csrf_exempt
    @public
    @require_safe
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        token = _token_of(request)
        if token is None:
            return _refusal(401, "Unauthorized")
        if not permissions.may_read(token.user):
            return _refusal(403, "Forbidden")
        keys.note_use(token)
        return view(request, *args, **kwargs)

    return wrapper


@with_token
def entry(request):
    """The API entry point: https://opensupporter.github.io/osdi-docs/aep.html"""
    links = {
        f"osdi:{resource.name}": hal.link(request, "osdi_all", resource.name)
        | {"title": str(resource.title)}
        for resource in resources.everything()
    }
    return hal.answer(
        {
            "motd": "Read only. Only people who agreed to news of the campaign are here.",
            "vendor_name": "wagtail_campaign",
            "product_name": "wagtail_campaign",
            "osdi_version": "1.2.0",
            "max_pagesize": hal.MOST,
            "namespace": hal.NAMESPACE,
            "_links": {"curies": hal.CURIES, "self": hal.link(request, "osdi"), **links},
        }
    )


@with_token
def all_of(request, name):
    """A page of a collection: ``?after=12&per_page=50``; oldest first, so that who reads on reads
    what is new."""
    resource = resources.get(name)
    if resource is None:
        return _refusal(404, "Not found")
    after, per_page = _number(request, "after", 0), _number(request, "per_page", hal.PER_PAGE)
    if after is None or not per_page:
        return _refusal(400, "after and per_page are numbers")
    per_page = min(per_page, hal.MOST)
    rows = list(resource.rows().filter(pk__gt=after).order_by("pk")[: per_page + 1])
    documents = resource.documents(request, rows[:per_page])
    last = rows[per_page - 1].pk if len(rows) > per_page else None
    return hal.answer(hal.collection(request, f"osdi:{name}", documents, per_page, last))


@with_token
def one(request, name, pk):
    """One resource; 404 for one that may not be read."""
    resource = resources.get(name)
    row = resource and resource.rows().filter(pk=pk).first()
    if not row:
        return _refusal(404, "Not found")
    [said] = resource.documents(request, [row])
    said["_links"]["curies"] = hal.CURIES
    return hal.answer(said)


def _token_of(request) -> AccessToken | None:
    secret = request.headers.get("OSDI-API-Token", "")
    if not secret:
        secret = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return AccessToken.objects.select_related("user").filter(digest=digest_of(secret)).first()


def _number(request, name: str, default: int) -> int | None:
    text = request.GET.get(name, str(default))
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None


def _refusal(status: int, words: str) -> HttpResponse:
    """An error as OSDI has it: https://opensupporter.github.io/osdi-docs/errors.html"""
    why = {"response_code": status, "error_descriptions": [{"description": words}]}
    said = {"request_type": "atomic", "response_code": status, "resource_status": [why]}
    response = JsonResponse(said, status=status, headers={"Cache-Control": "no-store"})
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response
