"""Somebody lends a name in a frame on an ally's site."""

import pytest

from tests.people import change
from tests.sponsors.conftest import page, person  # noqa: F401
from tests.sponsors.people import join
from wagtail_campaign.sponsors.models import Sponsor

from .conftest import ALLY
from .test_sending import FRAMED, is_in_the_frame

pytestmark = pytest.mark.django_db

VIA = {"via": "embed:ally.example.org"}


@pytest.fixture
def framed(page, after_commit):  # noqa: F811
    with after_commit():
        change(page.get_action(), embed_origins=ALLY)
    return page


def test_the_steps_stay_in_the_frame(client, framed, person):  # noqa: F811
    slip = join(client, framed, person | FRAMED | VIA | {"email": "no"})
    assert slip.status_code == 422 and is_in_the_frame(slip)
    answer = join(client, framed, person | FRAMED | VIA)
    assert answer.status_code == 303 and answer.url.endswith("/check-your-mail/?framed")
    assert is_in_the_frame(client.get(answer.url))
    assert Sponsor.objects.get().source == "embed:ally.example.org"
