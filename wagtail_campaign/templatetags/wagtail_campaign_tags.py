"""What the package's templates need beyond Django's own tags: numbers, dates and names in the
reader's language, and the little things that a template can't do."""

from functools import lru_cache

from babel.dates import format_date, format_time, get_timezone_name
from babel.numbers import format_decimal
from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language

from ..actions import words
from ..actions.sites import page_address
from ..conf import conf
from ..embeds import codes
from ..sharing import links
from ..supporters import countries, retention
from ..supporters import models as supporters
from ..supporters.countries import babel_locale
from ..supporters.fields import CountrySelect

register = template.Library()


@register.filter
def campaign_number(value: int) -> str:
    """A number with the digits and spaces of the reader's language: 1,234 or 1 234."""
    return format_decimal(value, locale=babel_locale())


@register.filter
def campaign_strong_number(value: int) -> str:
    """The same as HTML, to stand out of a sentence."""
    return format_html("<strong>{}</strong>", campaign_number(value))


@register.filter
def campaign_moment(value) -> str:
    """A date and time in the zone of the site, which is named: "3 December 2026, 18:00 (UTC)"."""
    moment, locale = timezone.localtime(value), babel_locale()
    date = format_date(moment, "long", locale=locale)
    time = format_time(moment, "short", locale=locale)
    return f"{date}, {time} ({get_timezone_name(moment, 'short', locale=locale)})"


@register.filter
def campaign_date(value) -> str:
    """A date in the zone of the site: "3 December 2026"."""
    return format_date(timezone.localtime(value), "long", locale=babel_locale())


@register.filter
def campaign_day(value) -> str:
    """A day that has no zone: "3 December 2026"."""
    return format_date(value, "long", locale=babel_locale())


@register.filter
def said_in_public(public_name: str, country: str) -> str:
    """A public name in the reader's language: ``{{ name|said_in_public:country }}``."""
    return supporters.said_in_public(public_name, country)


@register.filter
def campaign_item(mapping: dict, key):
    """The value under a key, "" without one."""
    return (mapping or {}).get(key, "")


@register.simple_tag
def campaign_setting(name: str):
    """A setting of the package by its short name: ``{% campaign_setting "CONFIRM_DAYS" %}``."""
    return getattr(conf, name)


@register.inclusion_tag("wagtail_campaign/retention.html")
def campaign_retention():
    """The table of what is kept and for how long: ``{% campaign_retention %}``."""
    return {"rows": retention.table()}


@register.simple_tag
def campaign_widget(field, written_in: str = ""):
    """The control of a bound field, telling screen readers that it is required where it is, and in
    which language what stands in it is, where that isn't the page's."""
    attrs = {"class": "campaign-input"}
    if written_in:
        attrs["lang"] = written_in
    if field.field.required:
        attrs["aria-required"] = "true"
    return field.as_widget(attrs=attrs)


@register.simple_tag
def campaign_country_select(name: str, anchor: str, chosen: str = "", wrong=False) -> str:
    """A select of all countries in the reader's language, for a form of one field; where it is
    ``wrong``, what has the id of the select and "-error" says why."""
    attrs = {"class": "campaign-input", "id": f"{anchor}-find"}
    if wrong:
        attrs |= {"aria-invalid": "true", "aria-describedby": f"{anchor}-find-error"}
    return CountrySelect(attrs=attrs).render(name, chosen or "")


@register.simple_tag
def campaign_target_words(target):
    """What a target is called in the reader's language: ``title``, ``lines`` of its address …"""
    return target.words_in(get_language() or "")


@register.filter
def campaign_target_title(words) -> str:
    """What a target is called, marked where that isn't in the reader's language."""
    if words.language == get_language():
        return words.title
    return format_html('<span lang="{}">{}</span>', words.language, words.title)


@register.filter
def campaign_country(code: str) -> str:
    """The name of a country in the reader's language."""
    return countries.name(code)


@register.filter
def campaign_language(code: str) -> str:
    """The name of a language in that of the reader."""
    return words.language(code)


@register.simple_tag(takes_context=True)
def campaign_once(context, what: str) -> bool:
    """True the first time that ``what`` is asked for while one request is answered."""
    request = context.get("request")
    if request is None:
        return True
    seen = vars(request).setdefault("campaign_seen", set())
    first = what not in seen
    seen.add(what)
    return first


@register.simple_tag
def display_examples(first_name: str, last_name: str = "", country: str = "") -> dict[str, str]:
    """How each choice of ``Display`` would show that person: {"initial": "Maria K.", …}."""
    examples = {}
    for display in supporters.Display.values:
        person = supporters.Supporter(first_name=first_name, last_name=last_name, display=display)
        examples[display] = supporters.said_in_public(person.public_name, country)
    return examples


@register.simple_tag
def plural_samples() -> list[tuple[str, int]]:
    """A number for each plural form of the reader's language: [("one", 1), ("few", 2), …].

    Scripts choose among the forms by the same (CLDR) names.
    """
    return _plural_samples(get_language() or "en")


@lru_cache(maxsize=32)
def _plural_samples(language):
    rule = babel_locale(language).plural_form
    samples = {}
    for number in range(1, 200):
        samples.setdefault(rule(number), number)
    return list(samples.items())


@register.simple_tag
def campaign_oembed(page) -> str:
    """The full address that tells other sites how to show an action in a frame."""
    return codes.oembed_url(page)


@register.simple_tag
def share_links(page) -> dict:
    """``url``, the full address of a page ("" while it has none), and ``links`` to pass it on.

    ``native_url`` is for the browser's own way of sharing.
    """
    url = page_address(page) if page.pk else ""
    if not url:
        return {"url": "", "native_url": "", "links": []}
    shared = links.share_links(url, page.title)
    return {"url": url, "native_url": links.with_source(url, "share"), "links": shared}
