"""Addresses of the benchmark's site."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from .comparison.views import bare

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("campaign/", include("wagtail_campaign.urls")),
    path("bare/", bare),
    *i18n_patterns(path("", include(wagtail_urls))),
]
