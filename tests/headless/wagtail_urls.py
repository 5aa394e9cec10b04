"""The addresses of the tests, with both versions of Wagtail's API beside them."""

import wagtail
from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from tests.urls import urlpatterns as ours

HAS_V3 = wagtail.VERSION >= (8, 0)

v2 = WagtailAPIRouter("wagtailapi")
v2.register_endpoint("pages", PagesAPIViewSet)

urlpatterns = [path("api/v2/", v2.urls), *ours]

if HAS_V3:
    from wagtail.api.v3.urls import api as v3

    urlpatterns.insert(0, path("api/v3/", v3.urls))
