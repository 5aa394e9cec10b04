"""What an editor types becomes origins that can stand in a header."""

import pytest
from django.core.exceptions import ValidationError

from wagtail_campaign.embeds import origins


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  \n \n", ""),
        ("https://ally.example.org", "https://ally.example.org"),
        ("ally.example.org", "https://ally.example.org"),
        ("  https://Ally.Example.ORG./news/?a=b#c ", "https://ally.example.org"),
        ("https://ally.example.org:443", "https://ally.example.org"),
        ("http://ally.example.org:8080/", "http://ally.example.org:8080"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://профсоюз.рф/", "https://xn--g1anacfhu6f.xn--p1ai"),
        (
            "https://a.example\r\nhttps://b.example\na.example",
            "https://a.example\nhttps://b.example",
        ),
    ],
)
def test_addresses_become_origins(typed, kept):
    assert origins.cleaned(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        *("*", "https://*.example.org", "'self'", "none", "data:", "javascript:alert(1)"),
        *(
            "ftp://a.example",
            "https://",
            "https://user@a.example",
            "https://a.example;script-src *",
        ),
        *("https://a.example, https://b.example", "https://a..example", "https://-a.example"),
        *("https://a.example:99999", "https://a.example:x", "https://[::1]:8000", "https://["),
        *("intranet", f"https://{'a' * 60}.{'b' * 30}.example", f"https://{'a' * 300}.example"),
        *(
            "https://a example",
            "https://a.example\x00",
            "https://a_b.example",
            "https://a.example%0d",
        ),
    ],
)
def test_what_no_header_may_hold_is_refused(typed):
    with pytest.raises(ValidationError) as refused:
        origins.cleaned(f"https://fine.example\n{typed}")
    assert refused.value.code == "origin"


def test_no_header_grows_without_end():
    lines = [f"https://ally{number}.example" for number in range(origins.MOST + 1)]
    assert len(origins.listed(origins.cleaned("\n".join(lines[:-1])))) == origins.MOST
    with pytest.raises(ValidationError):
        origins.cleaned("\n".join(lines))
