"""A site with one action of each kind, and a picture."""

import pytest
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from wagtail_campaign.pages.models import SponsorPage, UrgentActionPage


@pytest.fixture
def urgent_page(home):
    """A live English urgent action, to nobody yet."""
    page = UrgentActionPage(title="A lawyer", slug="lawyer", intro="She is held.")
    return home.add_child(instance=page)


@pytest.fixture
def sponsor_page(home):
    """A live English list of sponsors, with nobody on it yet."""
    page = SponsorPage(title="Supported by", slug="sponsors", intro="They stand by us.")
    return home.add_child(instance=page)


@pytest.fixture
def actions(pages, urgent_page, donation_page, sponsor_page):
    """A page of each kind of action, as blocks may choose them."""
    return [pages["en"], urgent_page, donation_page, sponsor_page]


@pytest.fixture
def picture(db):
    return get_image_model().objects.create(title="A portrait", file=get_test_image_file())
