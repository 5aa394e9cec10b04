"""What the admin's home says of sponsors."""

import pytest

from tests.editors import editor, superuser
from tests.sponsors.people import join_and_confirm, listed
from wagtail_campaign.sponsors.admin.welcome import sponsors

pytestmark = pytest.mark.django_db


def test_sponsors_count_in_the_week_in_which_they_are_published(client, page, person, organisation):
    listed(client, page, organisation)
    join_and_confirm(client, page, person)
    week = sponsors(superuser().user)
    assert (week.total, week.ever) == (1, 1)


def test_who_may_see_no_numbers_is_told_none(page):
    assert sponsors(editor("change_sponsorlist").user) is None
