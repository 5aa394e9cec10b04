"""``manage.py check`` tells a site builder what is missing, and nothing where nothing is."""

import pytest
from django.urls import path

from .asked import SECRET, said

urlpatterns = [path("elsewhere/", lambda request: None)]


def test_a_site_in_order_hears_nothing():
    assert said() == set()


@pytest.mark.parametrize(
    ("settings", "number"),
    [
        ({"ROOT_URLCONF": __name__}, "E001"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": []}, "E002"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [("2026", "short")]}, "E003"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [("1", SECRET), ("1", SECRET * 2)]}, "E003"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [("1", SECRET)], "SECRET_KEY": SECRET}, "E003"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": SECRET}, "E003"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [SECRET]}, "E003"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": 7}, "E003"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [(1, None)]}, "E003"),
        ({"WAGTAIL_CAMPAIGN_CONFIRM_DAYS": None}, "E012"),
        ({"WAGTAIL_CAMPAIGN_FORGET_AFTER_MONTHS": 0}, "E012"),
        ({"WAGTAIL_CAMPAIGN_FORGET_AFTER_MONTHS": "6"}, "E012"),
        ({"WAGTAIL_CAMPAIGN_TRUSTED_PROXIES": -1}, "E007"),
        ({"WAGTAIL_CAMPAIGN_TRUSTED_PROXIES": "1"}, "E007"),
        ({"USE_X_FORWARDED_HOST": True}, "W007"),
    ],
)
def test_what_is_missing_is_said_by_its_number(settings, number):
    assert said(**settings) == {number}


def test_nobody_needs_secrets_or_a_sender_to_try_it_out():
    nothing_set = {"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [], "WAGTAIL_CAMPAIGN_MAIL_FROM": None}
    assert said(DEBUG=True, DEFAULT_FROM_EMAIL="webmaster@localhost", **nothing_set) == set()


def test_webhooks_into_ones_own_network_are_for_development_alone():
    anywhere = {"WAGTAIL_CAMPAIGN_WEBHOOKS_ANYWHERE": True}
    assert "E018" in said(**anywhere)
    assert "E018" not in said(**anywhere, DEBUG=True)
