"""Public pages stay the same for everybody, and cacheable, but for those who are signed in."""

from django.conf import settings
from django.utils.cache import patch_cache_control


def private_when_signed_in(get_response):
    """Keeps what a signed-in editor sees (it carries the user bar) out of shared caches."""

    def middleware(request):
        response = get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            patch_cache_control(response, private=True)
        return response

    return middleware
