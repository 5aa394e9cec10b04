"""What every page of the site is framed by: its menus, its languages, its addresses."""

from dataclasses import dataclass, field

from babel.dates import format_date
from django import template
from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Locale, Page, Site

from example_project.site_content.models import HomePage

register = template.Library()

# The campaign is international, and so is its English: 20 November 2026.
LOCALES = {"en": "en_GB"}


@register.filter
def longdate(date):
    """A date in words, in the language of the page: Django has no Kazakh dates."""
    language = get_language()
    return format_date(date, "long", locale=LOCALES.get(language, language))


@dataclass
class Link:
    """A link of a menu or of the language switcher."""

    name: str
    url: str
    #: "page" on the page itself, "true" on pages below it, else empty: as ``aria-current``.
    current: str = ""
    #: The language it leads to, in the language switcher.
    language: str = ""


@dataclass
class Frame:
    """What ``base.html`` draws around a page; all of it empty where the site has no home yet."""

    language: str
    home: HomePage | None = None
    menu: list[Link] = field(default_factory=list)
    foot_menu: list[Link] = field(default_factory=list)
    languages: list[Link] = field(default_factory=list)
    #: (language, address) for ``hreflang``, "x-default" the last; only on a page's own address.
    alternates: list[tuple[str, str]] = field(default_factory=list)
    #: The one address of the page's text: of the source, where the page is an alias.
    canonical: str = ""


@register.simple_tag(takes_context=True)
def site_frame(context) -> Frame:
    """The frame of a page, or of a view that has none. Error pages must render all the same."""
    request, page = context.get("request"), context.get("page")
    frame = Frame(language=get_language())
    site = Site.find_for_request(request) if request else None
    home = site and site.root_page.localized.specific
    if not isinstance(home, HomePage):
        return frame
    frame.home = home
    frame.menu = menu_links(home.menu, request)
    frame.foot_menu = menu_links(home.foot_menu, request)
    translations = in_languages(page) if getattr(page, "pk", None) else {}
    frame.languages = language_links({**in_languages(home), **translations}, request)
    if translations and request.path == page.get_url(request):
        frame.alternates = [(code, other.full_url) for code, other in translations.items()]
        frame.alternates.append(("x-default", frame.alternates[0][1]))
        frame.canonical = source_of(page).full_url
    return frame


def menu_links(menu, request) -> list[Link]:
    """The live pages of a menu, each in the language of the page that shows it."""
    links = []
    for block in menu:
        page = block.value["page"] and block.value["page"].localized
        if page is None or not page.live:
            continue
        url = page.get_url(request)
        current = "page" if request.path == url else ""
        if not current and request.path.startswith(url):
            current = "true"
        links.append(Link(block.value["label"], url, current))
    return links


def language_links(pages: dict, request) -> list[Link]:
    """A link for each language that one of ``pages`` is in, in the site's order."""
    return [
        Link(name, pages[code].get_url(request), "true" if code == get_language() else "", code)
        for code, name in settings.LANGUAGES
        if code in pages
    ]


def in_languages(page) -> dict:
    """The page in each language in which it is published: {language: page}, in the site's order.

    Aliases are left out: they show the text of another language.
    """
    codes = dict(Locale.objects.values_list("pk", "language_code"))
    pages = Page.objects.filter(translation_key=page.translation_key, alias_of=None)
    found = {codes[translation.locale_id]: translation for translation in pages.live().public()}
    return {code: found[code] for code, _ in settings.LANGUAGES if code in found}


def source_of(page):
    """The page whose text an alias shows; of other pages, the page itself."""
    while page.alias_of_id:
        page = page.alias_of
    return page
