"""Limits: which network a request is from, how much it may, and that nothing of it is kept."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from wagtail_campaign.supporters import limits


def request(remote="198.51.100.1", forwarded=None):
    headers = {"x-forwarded-for": forwarded} if forwarded is not None else {}
    return RequestFactory().post("/", REMOTE_ADDR=remote, headers=headers)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "network"),
    [
        # Nobody's header is believed where no proxy of ours writes it.
        (0, "203.0.113.9", "198.51.100.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        # What stands further left was sent by the client.
        (1, "192.0.2.66, 203.0.113.9", "203.0.113.9"),
        (1, "192.0.2.66,192.0.2.67,203.0.113.9", "203.0.113.9"),
        (2, "192.0.2.66, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "203.0.113.9"),
        (1, "", "198.51.100.1"),
        (1, None, "198.51.100.1"),
        (1, "2001:db8:1:2:3::9", "2001:db8:1:2::/64"),
    ],
)
def test_a_forwarded_address_is_believed_as_far_as_our_own_proxies(
    settings, proxies, forwarded, network
):
    settings.WAGTAIL_CAMPAIGN_TRUSTED_PROXIES = proxies
    assert limits.network_of(request(forwarded=forwarded)) == network


@pytest.mark.parametrize(
    ("remote", "network"),
    [
        ("198.51.100.1", "198.51.100.1"),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("::ffff:198.51.100.1", "198.51.100.1"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("unix:", ""),
        ("not an address", ""),
    ],
)
def test_a_network_is_an_ipv4_address_or_an_ipv6_64(remote, network):
    assert limits.network_of(request(remote)) == network


def test_a_network_may_so_much_in_so_long(settings, monkeypatch):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = (3, 600)
    monkeypatch.setattr("time.time", lambda: 1_800_000_100.0)
    assert [limits.network_is_full(request()) for _ in range(5)] == [0, 0, 0, 500, 500]
    assert limits.network_is_full(request("198.51.100.2")) == 0
    monkeypatch.setattr("time.time", lambda: 1_800_000_600.0)
    assert limits.network_is_full(request()) == 0


def test_everybody_in_one_64_is_one_network(settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = (1, 600)
    assert not limits.network_is_full(request("2001:db8::1"))
    assert limits.network_is_full(request("2001:db8::2"))


def test_an_address_may_so_much_however_it_is_spelled(settings):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = (1, 600)
    assert not limits.address_is_full("aigul@gmail.com")
    assert limits.address_is_full("A.I.G.U.L+x@googlemail.com")
    assert not limits.address_is_full("dana@gmail.com")


def test_nobody_is_mailed_once_for_each_tag_behind_their_name(settings):
    """Also by providers of whom we don't know that name+anything@ is name@."""
    settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = (1, 600)
    assert not limits.address_is_full("aigul@example.org")
    assert limits.address_is_full("aigul+1@example.org")
    assert not limits.address_is_full("aigul+1@example.com")


def test_no_limit_is_no_limit(settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = None
    assert not any(limits.network_is_full(request()) for _ in range(99))
    assert not any(limits.address_is_full("aigul@example.org") for _ in range(99))
    assert not cache._cache


def test_a_network_that_is_not_known_is_not_counted(settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = (1, 600)
    assert not any(limits.network_is_full(request("")) for _ in range(9))


def test_no_bucket_can_be_traced_back(settings):
    limits.network_is_full(request("198.51.100.77"))
    limits.address_is_full("aigul@example.org")
    before = set(cache._cache)
    assert len(before) == 2
    for key in before:
        assert not [part for part in ("198.51", "aigul", "example") if part in key]
    cache.clear()
    settings.SECRET_KEY = "another"
    limits.network_is_full(request("198.51.100.77"))
    limits.address_is_full("aigul@example.org")
    assert not before & set(cache._cache)
