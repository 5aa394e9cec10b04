"""Find the embassy: the missions of a state nearest to a reader, by the country they live in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from ...headless.pages import TranslatedMixin
from ...supporters import countries
from ..country_codes import CountryCodeField
from .missions import missions_for


def found(request, state: str) -> dict:
    """What the templates show for ``?country=DE``: the code, "" without one, its missions, and
    whether the form was sent without a choice."""
    asked = request.GET.get("country") if request else None
    country = asked if asked in countries.codes() else ""
    return {
        "country": country,
        "missions": missions_for(state, country) if country else [],
        "none_chosen": asked is not None and not country,
    }


class EmbassyFinderMixin(TranslatedMixin):
    """The fields of a page on which embassies are found."""

    missions_of = CountryCodeField(_("embassies of"))
    intro = models.TextField(_("introduction"), max_length=500, blank=True)

    content_panels = [FieldPanel("missions_of"), FieldPanel("intro")]
    api_fields = [APIField("missions_of"), APIField("intro"), APIField("translations")]
    # A code is the same in every language.
    override_translatable_fields = [SynchronizedField("missions_of", overridable=False)]

    class Meta:
        abstract = True

    def get_template(self, request, *args, **kwargs):
        """The template of the page. (Wagtail sets ``template`` on every concrete class.)"""
        return "wagtail_campaign/urgent_actions/finder_page.html"

    def get_context(self, request, *args, **kwargs):
        """Adds what ``found`` gives."""
        context = super().get_context(request, *args, **kwargs)
        return context | found(request, self.missions_of)


class AbstractEmbassyFinderPage(EmbassyFinderMixin, Page):
    """A page to find embassies on, for sites with page types of their own."""

    content_panels = Page.content_panels + EmbassyFinderMixin.content_panels

    class Meta:
        abstract = True
