"""The live count, for scripts on cached pages."""

from django.http import Http404, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from ..conf import conf
from . import tallies


@require_safe
def tally(request, key):
    """The counts of one action by metric, as ``{"signatures": 123, "paper": 0}``.

    404 for an unknown key.
    """
    counts = tallies.by_metric(key)
    if not counts:
        raise Http404
    response = JsonResponse(counts)
    seconds = conf.LIVE_SECONDS
    patch_cache_control(response, public=True, max_age=seconds, stale_while_revalidate=2 * seconds)
    return response
