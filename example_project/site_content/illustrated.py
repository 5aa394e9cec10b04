"""What every page of the site has: a standfirst and an image, and leave to be cached."""

from django.conf import settings
from django.db import models
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.search import index


class Illustrated(models.Model):
    """A standfirst and an image: what lists, search and shared links show of a page.

    The pages are the same for all who have no session, so that a shared cache may keep them.
    """

    standfirst = models.TextField(
        _("standfirst"), blank=True, help_text=_("Two sentences that say what the page is about.")
    )
    image = models.ForeignKey(
        get_image_model_string(),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("image"),
    )
    image_alt = models.CharField(
        _("what the image shows"),
        max_length=200,
        blank=True,
        help_text=_("For those who don't see it. Empty where it only decorates."),
    )

    class Meta:
        abstract = True

    #: To be added to those of ``Page``.
    illustrated_search_fields = [index.SearchField("standfirst")]

    illustrated_panels = [
        FieldPanel("standfirst"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]

    def serve(self, request, *args, **kwargs):
        """Serves the page, and says for how long it may be kept."""
        response = super().serve(request, *args, **kwargs)
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        if response.status_code == 200 and not has_session and not self.get_view_restrictions():
            # Browsers ask again, so that a correction is seen by who comes back.
            patch_cache_control(response, public=True, max_age=0, s_maxage=settings.SHARED_SECONDS)
        return response
