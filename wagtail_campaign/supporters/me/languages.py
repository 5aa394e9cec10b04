"""In which language ``/campaign/me/`` speaks: it stands outside the pages and their languages."""

from django.utils.translation import get_language_from_request, get_language_info
from wagtail.coreutils import get_content_languages, get_supported_content_language_variant

from .. import magic_links
from ..models import MagicLink

#: The languages of the package's catalogues, by their names in themselves.
SPOKEN = {"en": "English", "ru": "Русский", "kk": "Қазақша"}


def codes() -> list[str]:
    """The languages of the site's pages: "en", "pt-br" …, in the site's order."""
    return list(get_content_languages())


def choose(request) -> str:
    """The language of the session, else the one of the address (?language=), else the browser's."""
    if request.campaign_me and request.campaign_me.language in codes():
        return request.campaign_me.language
    asked_for = request.GET.get("language")
    if asked_for in codes():
        return asked_for
    try:
        return get_supported_content_language_variant(get_language_from_request(request))
    except LookupError:
        return codes()[0]


def speak(link: MagicLink, code: str | None) -> bool:
    """Changes the language of a session; True where it is one of the site's, and another one."""
    if code not in codes() or code == link.language:
        return False
    magic_links.speak(link, code)
    return True


def offered() -> list[tuple[str, str]]:
    """(code, its name in itself) of the languages to choose from; empty where there is one only."""
    offered = [(code, SPOKEN.get(code) or _name_of(code)) for code in codes()]
    return offered if len(offered) > 1 else []


def _name_of(code: str) -> str:
    try:
        return get_language_info(code)["name_local"].capitalize()
    except KeyError:
        return get_content_languages()[code]
