"""In which language ``/campaign/me/`` speaks: it stands outside the pages and their languages."""

from django.conf import settings
from django.utils.translation import get_language_from_request

#: The languages of the package's catalogues, by their names in themselves.
SPOKEN = {"en": "English", "ru": "Русский", "kk": "Қазақша"}


def codes() -> list[str]:
    """The languages of the site that the package speaks: "en", "pt-br" …, in the site's order."""
    return [code for code, name in settings.LANGUAGES if code.split("-")[0] in SPOKEN]


def choose(request) -> str:
    """The language of the session, else the one of the address (?language=), else the browser's."""
    if request.campaign_me and request.campaign_me.language in codes():
        return request.campaign_me.language
    asked_for = request.GET.get("language")
    return asked_for if asked_for in codes() else get_language_from_request(request)


def offered() -> list[tuple[str, str]]:
    """(code, its name in itself) of the languages to choose from; empty where there is one only."""
    offered = [(code, SPOKEN[code.split("-")[0]]) for code in codes()]
    return offered if len(offered) > 1 else []
