"""Addresses of the example site."""

import wagtail
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.contrib.staticfiles.views import serve as serve_static
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.documents import urls as wagtaildocs_urls

from .site_content import views
from .site_content.search import search

api = WagtailAPIRouter("wagtailapi")
api.register_endpoint("pages", PagesAPIViewSet)

urlpatterns = [
    path("robots.txt", views.robots),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("cards/<int:page_id>/<slug:digest>.png", views.card, name="card"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v2/", api.urls),
    path("campaign/", include("wagtail_campaign.urls")),
    path("contact/", include("example_project.contact.urls")),
]

if wagtail.VERSION >= (8, 0):
    from wagtail.api.v3.urls import api as api_v3

    urlpatterns += [path("api/v3/", api_v3.urls)]

if settings.DEBUG:
    urlpatterns += [
        path("demo/inbox/", include("example_project.demo_inbox.urls")),
        path("demo/stripe/", include("example_project.demo_stripe.urls")),
        path("demo/webhooks/", include("example_project.demo_receiver.urls")),
    ]
    if settings.ALLY_ORIGIN:
        urlpatterns += [path("demo/ally/", include("example_project.demo_ally.urls"))]
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
    urlpatterns += static(settings.STATIC_URL, view=serve_static)

urlpatterns += i18n_patterns(
    path("search/", search, name="search"),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
