"""What the admin's home says of sponsors."""

import pytest

from tests.editors import editor, superuser
from tests.sponsors.people import join_and_confirm, listed, publish
from wagtail_campaign.sponsors.admin.welcome import sponsors
from wagtail_campaign.sponsors.models import Sponsor

pytestmark = pytest.mark.django_db


def test_sponsors_count_in_the_week_in_which_they_are_published(client, page, person, organisation):
    listed(client, page, organisation)
    join_and_confirm(client, page, person)
    week = sponsors(superuser().user)
    assert (week.total, week.ever, week.note) == (1, 1, "To be looked at: 1")
    # Who only sees numbers can look at none.
    assert sponsors(editor("view_sponsor_numbers", edits=[page]).user).note == ""
    publish(Sponsor.objects.latest("pk"))
    assert sponsors(superuser().user).note == ""


def test_who_may_see_no_numbers_is_told_none(page):
    assert sponsors(editor("change_sponsorlist").user) is None
