"""Addresses on a front end of one's own, in place of those of this site: see the setting
``WAGTAIL_CAMPAIGN_FRONT_END``, and ``sites.link`` and ``sites.page_address``, which ask here first.

It is {name of a link: pattern, or {language: pattern}}, or {host of a site: that}. What is missing
stays on this site.
"""

import re
from string import Formatter
from urllib.parse import quote, urlsplit

from django.conf import settings

from ..conf import conf

#: Name of a link -> what its pattern can't do without. All may have {language}.
LINKS = {
    "confirm": "token",
    "disown": "token",
    "unsubscribe": "token",
    "gift": "token",
    "me_link": "token",
    "me": "",
    "page": "path",
}
#: What stands in for a token or a path where a pattern is tried.
SAMPLES = {"token": f"petition-1-{'0f' * 32}", "path": "petition/"}
#: Neither stands in any address, and most of them mean something to what shows it.
UNSAFE = re.compile(r"[\s\x00-\x1f\x7f\\\"'<>`]")


def address(name: str, host: str, language: str, **values: str) -> str:
    """Where a link of ``LINKS`` leads for the site at a host, "" where it stays on this site;
    ``values``: its ``token`` or ``path``."""
    pattern = patterns_for(conf.FRONT_END, host).get(name, "")
    if isinstance(pattern, dict):
        pattern = pattern.get(language, "")
    values = {name: quote(value) for name, value in values.items()}
    return pattern.format(language=language, **values) if pattern else ""


def patterns_for(front_end: dict, host: str) -> dict:
    """Those for the site at a host: all, where none of the names is a host."""
    return front_end if front_end.keys() <= LINKS.keys() else front_end.get(host, {})


def wrong(front_end, languages: list[str]) -> list[str]:
    """What a site builder has to mend in the setting: every pattern is tried in every language of
    the site."""
    if not isinstance(front_end, dict):
        return ["it is no dictionary"]
    hosts = [name for name, said in front_end.items() if _is_of_a_host(name, said)]
    if not hosts:
        return _wrong_patterns(front_end, "", languages)
    beside = [name for name in front_end if name not in hosts]
    found = [f"{name} stands beside hosts: put it under one" for name in beside]
    for host in hosts:
        found += _wrong_patterns(front_end[host], f" of {host}", languages)
    return found


def _is_of_a_host(name, said) -> bool:
    return name not in LINKS and isinstance(said, dict)


def _wrong_patterns(patterns: dict, whose: str, languages: list[str]) -> list[str]:
    found = []
    for name, said in patterns.items():
        if name not in LINKS:
            found.append(f"{name}{whose} is no link: there are {', '.join(LINKS)}")
            continue
        by_language = said if isinstance(said, dict) else dict.fromkeys(languages, said)
        # One pattern for all languages is wrong in one way most of the time: said once.
        problems = {
            _problem(name, pattern, language, languages): None
            for language, pattern in by_language.items()
        }
        found += [f"{name}{whose} {problem}" for problem in problems if problem]
    return found


def _problem(name: str, pattern, language: str, languages: list[str]) -> str:
    """What is wrong with a pattern, "" for nothing."""
    if language not in languages:
        return f"is for {language}, which is no language of the site"
    if not isinstance(pattern, str):
        return "is no text"
    needed = LINKS[name]
    try:
        placeholders = list(_placeholders(pattern))
    except ValueError as error:
        return f"can't be read: {error}"
    for placeholder in placeholders:
        if placeholder not in {"language", needed}:
            return f"has the unknown placeholder {{{placeholder}}}"
    if needed and needed not in placeholders:
        return f"lacks {{{needed}}}"
    sample = {needed: SAMPLES[needed]} if needed else {}
    return _unsafe(pattern.format(language=language, **sample), sample)


def _placeholders(pattern: str):
    for _text, placeholder, form, conversion in Formatter().parse(pattern):
        if placeholder is not None:
            # "{token:>9}" and "{token!r}" would be something else than the token.
            yield placeholder + (f"!{conversion}" if conversion else "") + (form and f":{form}")


def _unsafe(address: str, sample: dict[str, str]) -> str:
    """Why an address may not be mailed, "" where it may."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
        parts.port  # noqa: B018 - raises for what is no port
    except ValueError as error:
        return f"is no address: {error}"
    if UNSAFE.search(address) or "@" in parts.netloc:
        return "has a sign or a name in it that no address should have"
    if not host or parts.scheme not in {"https", "http"}:
        return "is no address that begins with https:// and a host"
    if parts.scheme != "https" and not settings.DEBUG:
        return "isn't https"
    if any(value.strip("/") in parts.netloc for value in sample.values()):
        return "gives away in the host what belongs behind it"
    return ""
