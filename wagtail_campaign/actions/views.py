"""The live count, for scripts on cached pages."""

from django.db.models import Sum
from django.http import Http404, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from ..conf import conf
from .models import Tally


@require_safe
def tally(request, key):
    """The counts of one action by metric, as ``{"signatures": 123}``. 404 for an unknown key."""
    slots = Tally.objects.filter(key=key).order_by().values_list("metric")
    counts = dict(slots.annotate(Sum("count")))
    if not counts:
        raise Http404
    response = JsonResponse(counts)
    seconds = conf.LIVE_SECONDS
    patch_cache_control(response, public=True, max_age=seconds, stale_while_revalidate=2 * seconds)
    return response
