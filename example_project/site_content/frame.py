"""What ``base.html`` draws around every page: menus, languages, the way back, addresses."""

from dataclasses import dataclass, field

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language
from wagtail.models import Locale, Page, Site

from .models import HomePage


@dataclass
class Link:
    """A link of a menu, of the language switcher or of the way back."""

    name: str
    url: str
    #: "page" on the page itself, "true" on pages below it, else empty: as ``aria-current``.
    current: str = ""
    #: The language it leads to, in the language switcher.
    language: str = ""


@dataclass
class Frame:
    """The frame of one page; all of it empty where the site has no home yet."""

    language: str
    home: HomePage | None = None
    menu: list[Link] = field(default_factory=list)
    foot_menu: list[Link] = field(default_factory=list)
    languages: list[Link] = field(default_factory=list)
    #: The pages between the home page and one that lies deeper than the menu leads.
    trail: list[Link] = field(default_factory=list)
    #: (language, address) for ``hreflang``, "x-default" the last; only on a page's own address.
    alternates: list[tuple[str, str]] = field(default_factory=list)
    #: The one address of the page's text: of the source, where the page is an alias.
    canonical: str = ""


def frame_of(request, page) -> Frame:
    """The frame of a page, or of a view that has none (``page`` is then empty)."""
    frame = Frame(language=get_language())
    site = Site.find_for_request(request) if request else None
    home = site and site.root_page.localized.specific
    if not isinstance(home, HomePage):
        return frame
    frame.home = home
    frame.menu, frame.foot_menu = menus(home, request)
    has_page = bool(getattr(page, "pk", None))
    translations = in_languages(page) if has_page else {}
    # What a page shows under an address below its own: see ``ArticleIndexPage``.
    part = getattr(page, "shown_part", "")
    if part:
        translations = {code: p for code, p in translations.items() if code in page.shown_in}
    homes = {code: (other, "") for code, other in in_languages(home).items()}
    same = {code: (other, part) for code, other in translations.items()}
    frame.languages = language_links(homes | same, request)
    if has_page and page.depth > home.depth + 1:
        frame.trail = trail(page, home, request)
    if translations and request.path == f"{page.get_url(request)}{part}":
        frame.alternates = [(code, other.full_url + part) for code, other in translations.items()]
        frame.alternates.append(("x-default", frame.alternates[0][1]))
        frame.canonical = source_of(page).full_url + part
    return frame


def menus(home, request) -> list[list[Link]]:
    """The links of both menus of a home page: its live pages, each in the home page's language."""
    chosen = [block.value for block in [*home.menu, *home.foot_menu] if block.value["page"]]
    keys = {value["page"].translation_key for value in chosen}
    found = Page.objects.live().filter(translation_key__in=keys, locale_id=home.locale_id)
    pages = {page.translation_key: page for page in found}
    return [menu_links(menu, pages, request) for menu in (home.menu, home.foot_menu)]


def menu_links(menu, pages: dict, request) -> list[Link]:
    """A link for each item of a menu whose page is among ``pages``: {translation key: page}."""
    links = []
    for block in menu:
        chosen = block.value["page"]
        page = pages.get(chosen.translation_key) if chosen else None
        if page is None:
            continue
        url = page.get_url(request)
        current = "page" if request.path == url else ""
        if not current and request.path.startswith(url):
            current = "true"
        links.append(Link(block.value["label"], url, current))
    return links


def language_links(pages: dict, request) -> list[Link]:
    """A link for each language that is among ``pages``, {language: (page, part of it)}, in the
    site's order. The search is no page, and leads to itself with what was looked for."""
    is_search = request.resolver_match and request.resolver_match.url_name == "search"
    links = []
    for code, name in settings.LANGUAGES:
        if code not in pages:
            continue
        page, part = pages[code]
        url = page.get_url(request) + part
        if is_search:
            url = translate_url(request.get_full_path(), code)
        links.append(Link(name, url, "true" if code == get_language() else "", code))
    return links


def trail(page, home, request) -> list[Link]:
    """The live pages from below the home page down to the parent of ``page``."""
    above = page.get_ancestors().filter(depth__gt=home.depth).live()
    return [Link(ancestor.title, ancestor.get_url(request)) for ancestor in above]


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
