"""Find the embassy: the missions of a state nearest to a reader, by the country they live in."""

import swapper
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import Page, Site
from wagtail_localize.fields import SynchronizedField

from ...actions.titles import readers_language
from ...actions.ways import Way, ways
from ...headless.pages import TranslatedMixin
from ...supporters import countries
from ..country_codes import CountryCodeField
from ..models import Kind, UrgentAction
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


def found_with_letters(request, state: str) -> dict:
    """The same, for where no letter is at hand: with those that can be written to the missions."""
    places = found(request, state)
    return places | {"letters": letters(request, state) if places["missions"] else []}


def letters(request, state: str) -> list[Way]:
    """The open urgent actions, in the reader's language, that lead to the embassies of a state."""
    site, language = Site.find_for_request(request), readers_language()
    if site is None:
        return []
    shown = ways(request, site, language, [UrgentAction._meta.model_name])
    leading = UrgentAction.objects.filter(missions_of=state).exclude(kind=Kind.SOLIDARITY)
    pages = swapper.load_model("wagtailcore", "Page").objects.filter(
        pk__in=[way.pk for way in shown], translation_key__in=leading.values("key")
    )
    own = set(pages.values_list("pk", flat=True))
    return [way for way in shown if way.pk in own]


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
        """Adds what ``found_with_letters`` gives."""
        context = super().get_context(request, *args, **kwargs)
        return context | found_with_letters(request, self.missions_of)


class AbstractEmbassyFinderPage(EmbassyFinderMixin, Page):
    """A page to find embassies on, for sites with page types of their own."""

    content_panels = Page.content_panels + EmbassyFinderMixin.content_panels

    class Meta:
        abstract = True
