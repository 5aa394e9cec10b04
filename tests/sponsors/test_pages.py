"""The page of a list among other pages: copied, deleted, translated; and the menu of the admin."""

import pytest
from django.urls import reverse

from tests.editors import editor, superuser, text
from tests.people import change as change_settings
from tests.sponsors.people import listed
from wagtail_campaign.pages.models import SponsorPage

pytestmark = pytest.mark.django_db


def test_a_page_with_names_on_it_is_not_deleted(client, page, person):
    root = superuser()
    listed(client, page, person)
    answer = root.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert answer.status_code == 409
    assert SponsorPage.objects.filter(pk=page.pk).exists()


def test_a_copied_page_asks_the_same_and_begins_at_nought(client, page, sponsor_list, person, home):
    listed(client, page, person)
    change_settings(sponsor_list, joins_organisations=False, ask_quote="required", state="closed")
    root = superuser()
    typed = {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": home.pk,
        "publish_copies": "on",
    }
    root.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), typed)
    copy = SponsorPage.objects.get(slug="copy").get_action()
    assert (copy.joins_organisations, copy.ask_quote, copy.state) == (False, "required", "open")
    assert not copy.sponsors.exists()


def test_the_menu_shows_sponsors_to_those_with_rights(page):
    moderator = editor("moderate_sponsor", "view_sponsor_numbers", edits=[page])
    assert reverse("campaign_sponsors:index") in text(moderator.get(reverse("wagtailadmin_home")))
    stranger = editor(edits=[page])
    assert reverse("campaign_sponsors:index") not in text(
        stranger.get(reverse("wagtailadmin_home"))
    )


def test_a_page_leads_to_its_list_in_the_admin(page, sponsor_list):
    root = superuser()
    for name, where in (("of_page", "sponsor-lists"), ("sponsors_of_page", "sponsors")):
        answer = root.get(reverse(f"campaign_sponsor_lists:{name}", args=[page.pk]))
        assert f"/{where}/" in answer.url
