"""The page of an ally: another site for browsers, as it goes by the number of the machine where the
campaign goes by its name."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wagtail_campaign.embeds import codes
from wagtail_campaign.pages.models import DonationPage, PetitionPage, UrgentActionPage

from ..demo_inbox.views import language_of

#: What can be shown: the type of its page, and what leads to it.
SHOWN = {
    "petition": (PetitionPage, _("Petition")),
    "urgent-action": (UrgentActionPage, _("Letters")),
    "donate": (DonationPage, _("Fund")),
}


@never_cache
@require_safe
def page(request):
    """``?show=petition&lang=kk``: what the ally shows, and in which language."""
    ally = urlsplit(settings.ALLY_ORIGIN)
    if request.get_host() != ally.netloc:
        return HttpResponseRedirect(f"{settings.ALLY_ORIGIN}{request.get_full_path()}")
    language, show = language_of(request), request.GET.get("show", "")
    show = show if show in SHOWN else "petition"
    with translation.override(language):
        pages = SHOWN[show][0].objects.live().filter(slug=show, locale__language_code=language)
        action = pages.first()
        context = {
            "frame": codes.frame(action) if action else "",
            "script": codes.script(action) if action else "",
            "show": show,
            "shown": [(name, label) for name, (_model, label) in SHOWN.items()],
            "language": language,
            "languages": settings.LANGUAGES,
        }
        response = render(request, "demo_ally/page.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Content-Language"] = language
    return response
