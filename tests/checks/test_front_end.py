"""A system check tries every address of a front end in every language."""

import pytest

from .asked import said

APP = "https://app.example.org"


def front_end(**patterns) -> set[str]:
    return said(WAGTAIL_CAMPAIGN_FRONT_END=patterns)


@pytest.mark.parametrize(
    "right",
    [
        {},
        {"confirm": f"{APP}/{{language}}/confirm/{{token}}", "me": f"{APP}/{{language}}/me"},
        {"confirm": {"en": f"{APP}/yes/{{token}}", "kk": f"{APP}/ия/{{token}}"}},
        {"gift": f"{APP}/#/gift?token={{token}}", "page": "https://{language}.example.org/{path}"},
        {"example.org": {"me": f"{APP}/me"}, "other.example.org": {}},
    ],
)
def test_what_can_be_linked_to_is_no_mistake(right):
    assert front_end(**right) == set()


@pytest.mark.parametrize(
    "wrong",
    [
        {"confrim": f"{APP}/{{token}}"},
        {"confirm": f"{APP}/confirm"},
        {"confirm": f"{APP}/{{token}}/{{name}}"},
        {"confirm": f"{APP}/{{token.__class__}}"},
        {"confirm": f"{APP}/{{token!r}}"},
        {"confirm": f"{APP}/{{token:>90}}"},
        {"confirm": f"{APP}/{{token}}/{{}}"},
        {"confirm": f"{APP}/{{token}}/{{"},
        {"me": f"{APP}/{{token}}"},
        {"page": f"{APP}/{{token}}"},
        {"confirm": 7},
        {"confirm": {"de": f"{APP}/{{token}}"}},
        {"confirm": {"en": f"{APP}/{{token}}", "kk": f"{APP}/"}},
        {"confirm": "http://app.example.org/{token}"},
        {"confirm": "/confirm/{token}"},
        {"confirm": "javascript:alert('{token}')"},
        {"confirm": "https://{token}.example.org/"},
        {"page": "https://app.example.org{path}"},
        {"confirm": "https://me@app.example.org/{token}"},
        {"confirm": f"{APP}/a b/{{token}}"},
        {"confirm": f"{APP}/{{token}}\nBcc: all"},
        {"confirm": "https://app.example.org:port/{token}"},
        {"confirm": "https://[app/{token}"},
        {"example.org": {"confirm": f"{APP}/"}},
        {"example.org": {"me": f"{APP}/me"}, "me": f"{APP}/me"},
    ],
)
def test_what_cant_is_said(wrong):
    assert front_end(**wrong) == {"E019"}


def test_it_has_to_be_a_dictionary():
    assert said(WAGTAIL_CAMPAIGN_FRONT_END=APP) == {"E019"}


def test_at_home_it_may_go_without_encryption():
    patterns = {"confirm": "http://localhost:3000/{language}/{token}"}
    assert said(WAGTAIL_CAMPAIGN_FRONT_END=patterns, DEBUG=True) == set()
