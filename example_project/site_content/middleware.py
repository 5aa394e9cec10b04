"""What a browser may do with the site's pages, and who may keep them."""

from django.conf import settings
from django.http import Http404
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_cache_control
from django.views.defaults import page_not_found

# Django 6 brings a middleware for this; the site also runs on 5.2, and needs no more than a line.
# A gift is paid at the payment service, where a form without script is sent on to; nothing else
# goes to another host, and nothing comes from one.
POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self';"
    f" form-action 'self' {settings.PAYMENT_HOST}"
)
# Wagtail's admin has inline scripts; the demo's own tools show mails as they are.
WITHOUT_POLICY = ("/admin/", "/demo/", "/documents/")
ASKED_NEVER = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), usb=()"


TEXT = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
# Style, fonts and pictures: a live site gives them names that change, and a year.
KEPT_SECONDS = 60


class GzipText(GZipMiddleware):
    """Compresses text, as the web server in front of a live site does; pictures and fonts are as
    small as they get."""

    def process_response(self, request, response):
        if not response.get("Content-Type", "").startswith(TEXT):
            return response
        return super().process_response(request, response)


class PublicHeaders:
    """Puts the Content-Security-Policy and its like on everything public, and keeps what a
    signed-in editor sees (it carries the user bar) out of shared caches."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        # Django's report for developers is styled inline.
        is_report = settings.DEBUG and response.status_code == 500
        if not is_report and not request.path.startswith(WITHOUT_POLICY):
            response.headers.setdefault("Content-Security-Policy", POLICY)
            response.headers.setdefault("Permissions-Policy", ASKED_NEVER)
        if request.path.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
            patch_cache_control(response, public=True, max_age=KEPT_SECONDS)
        elif settings.SESSION_COOKIE_NAME in request.COOKIES:
            patch_cache_control(response, private=True)
        return response

    def process_exception(self, request, exception):
        """Shows the demo's visitors the site's own 404, where Django would help its developer."""
        if settings.DEBUG and isinstance(exception, Http404):
            return page_not_found(request, exception)
        return None
