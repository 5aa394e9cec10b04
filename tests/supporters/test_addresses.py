"""Addresses: when two are one person's, and the keys they are found by."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.people import count, sign, sign_and_confirm, signature_of
from wagtail_campaign.petitions import repeats, services
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters import addresses

OLD, NEW = ("2026", "the older secret"), ("2027", "the newer secret")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aigul@Example.ORG", "aigul@example.org"),
        ("aigul@gmail.com", "a.i.g.u.l+strike@googlemail.com"),
        ("aigul@outlook.com", "aigul+strike@outlook.com"),
        ("aigul@proton.me", "aigul+a+b@proton.me"),
        ("aigul@yandex.kz", "aigul+strike@yandex.kz"),
        ("aigul@ИСПЫТАНИЕ.рф", "aigul@испытание.рф"),
    ],
)
def test_spellings_of_one_mailbox_are_one(one, other):
    assert addresses.email_key(one) == addresses.email_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Who knows whether another provider delivers name+tag@ to name@?
        ("aigul@example.org", "aigul+strike@example.org"),
        ("aigul@example.org", "ai.gul@example.org"),
        ("aigul@outlook.com", "ai.gul@outlook.com"),
        ("aigul@mygmail.com", "ai.gul@mygmail.com"),
        ("aigul@gmail.com.example.org", "ai.gul@gmail.com.example.org"),
        ("aigul@example.org", "aigul@example.com"),
        ("aigul@faß.de", "aigul@fass.de"),
    ],
)
def test_different_mailboxes_stay_different(one, other):
    assert addresses.email_key(one) != addresses.email_key(other)


def test_an_international_domain_is_one_however_it_is_typed():
    cleaned = {
        addresses.clean_address(f"aigul@{domain}")
        for domain in ("испытание.рф", "ИСПЫТАНИЕ.РФ", "xn--80akhbyknj4f.xn--p1ai")
    }
    assert cleaned == {"aigul@испытание.рф"}


@pytest.mark.parametrize("typed", ["пример@пример.рф", "müller@example.org"])
def test_letters_before_the_at_are_told_from_what_is_no_address(typed):
    with pytest.raises(addresses.LettersBeforeTheAt):
        addresses.clean_address(typed)


@pytest.mark.parametrize("typed", ["пример", "пример@", "при мер@example.org", "пример@пример@рф"])
def test_what_is_no_address_is_none_in_any_letters(typed):
    with pytest.raises(ValueError) as refused:
        addresses.clean_address(typed)
    assert refused.type is ValueError


def test_the_spelling_of_the_local_part_is_kept_for_writing_to_it():
    assert addresses.clean_address(" O.Brien+x@EXAMPLE.org ") == "O.Brien+x@example.org"


def test_keys_are_64_hex_digits_and_tell_nothing(settings):
    key = addresses.email_key("aigul@example.org")
    assert len(key) == 64 and int(key, 16) and key == key.lower()
    other = addresses.dedupe_key("an action", "aigul@example.org")
    assert len({key, other, addresses.dedupe_key("another", "aigul@example.org")}) == 3
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [NEW]
    assert addresses.email_key("aigul@example.org") != key


def test_keys_do_not_hang_on_the_secret_key(settings):
    before = addresses.email_key("aigul@example.org")
    settings.SECRET_KEY = "another"
    assert addresses.email_key("aigul@example.org") == before


def test_the_first_key_writes_and_all_are_looked_up(settings):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [OLD]
    old = addresses.email_key("aigul@example.org")
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [NEW, OLD]
    new = addresses.email_key("aigul@example.org")
    assert addresses.email_keys("aigul@example.org") == [new, old]
    assert addresses.writing_key_id() == "2027"


def test_a_live_site_without_keys_says_so(settings):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = []
    with pytest.raises(ImproperlyConfigured, match="ADDRESS_KEYS"):
        addresses.email_key("aigul@example.org")
    settings.DEBUG = True
    assert addresses.writing_key_id() == "debug"


@pytest.mark.django_db
def test_who_signed_under_an_older_key_signs_only_once(client, page, petition, typed, settings):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [OLD]
    first = sign_and_confirm(client, page, typed)
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [NEW, OLD]
    assert repeats.is_signed(petition, typed["email"])
    sign(client, page, typed)
    second = Signature.objects.latest("pk")
    assert services.confirm(second) is False
    assert count(petition) == 1
    first.refresh_from_db()
    assert first.key_id == "2026"


@pytest.mark.django_db
def test_a_signature_waiting_while_the_keys_change_counts_once(page, petition, settings):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [OLD]
    pending = [signature_of(page, confirmed=False) for _ in range(2)]
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [NEW, OLD]
    assert [services.confirm(Signature.objects.get(pk=s.pk)) for s in pending] == [True, False]
    assert count(petition) == 1
    assert Signature.objects.get(state="confirmed").key_id == "2027"


@pytest.mark.django_db
def test_new_rows_say_which_key_wrote_them(page, settings):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [NEW, OLD]
    signature = signature_of(page)
    assert signature.key_id == signature.supporter.key_id == "2027"
