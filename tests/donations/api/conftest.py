"""A front end for donors, that holds each answer against the published document."""

import json
import re

import pytest

from tests.donations.donors import AIGUL, monthly
from tests.headless.conftest import ROOT, FrontEnd
from tests.headless.test_document import PUBLISHED
from tests.supporters.visits import enter
from wagtail_campaign.supporters.models import MagicLink

PATHS = json.loads(PUBLISHED.read_text())["paths"]


class Reader(FrontEnd):
    """A front end that relies on what is documented."""

    def post(self, path, body=None, **headers):
        return held("post", path, super().post(path, body, **headers))

    def get(self, path, **headers):
        return held("get", path, super().get(path, **headers))


def held(method, path, answer):
    """The answer, which stands in the document if its operation does."""
    for template in sorted(PATHS, key=lambda template: template.count("{")):
        known = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template))
        if re.fullmatch(known, ROOT + path) and method in PATHS[template]:
            documented = PATHS[template][method]["responses"]
            assert str(answer.status_code) in {*documented, "304"}, (template, answer.status_code)
            break
    return answer


@pytest.fixture
def front_end(client):
    return Reader(client)


@pytest.fixture
def begin(front_end, donation_page, gift_typed):
    """``begin(other="12,50")`` sends the form by JSON; what is answered. ``headers`` go with it."""

    def begin(headers=None, **typed):
        path = f"/donations/{donation_page.pk}/give"
        return front_end.post(path, gift_typed | typed, **(headers or {}))

    return begin


@pytest.fixture
def recurring(client, stripe, donation_page, gift_typed, settings):
    """What a donor gives each month; she has used a link into her actions."""
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 100
    recurring = monthly(client, stripe, donation_page, gift_typed)
    enter(client, AIGUL)
    return recurring


@pytest.fixture
def inside(client, recurring):
    """A front end in her session."""
    token = MagicLink.objects.get().token("session")
    return Reader(client, authorization=f"Bearer {token}")
