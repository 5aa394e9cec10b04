"""The secret part of a mailed link: for one purpose, one record, one time."""

import pytest

from wagtail_campaign.supporters import tokens

NONCE = "0123456789abcdef" * 2


@pytest.fixture
def token():
    return tokens.make("confirm", "petition", 7, NONCE)


def proves(text, purpose="confirm", nonce=NONCE) -> bool:
    token = tokens.parse(text)
    return token is not None and tokens.proves(token, purpose, nonce)


def test_a_token_proves_what_it_was_made_for(token):
    assert proves(token)
    assert tokens.parse(token)[:2] == ("petition", 7)


def test_a_token_is_for_one_purpose(token):
    assert not proves(token, purpose="disown")


def test_a_token_is_for_one_nonce(token):
    assert not proves(token, nonce=NONCE[::-1])
    assert not proves(token, nonce="")


def test_a_token_is_for_one_record_of_one_slice(token):
    assert not proves(token.replace("-7-", "-8-"))
    assert not proves(token.replace("petition", "sponsor"))


def test_no_digit_of_a_token_can_be_another(token):
    head, proof = token[:-64], token[-64:]
    for place in range(64):
        other = "0" if proof[place] != "0" else "1"
        assert not proves(head + proof[:place] + other + proof[place + 1 :])


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.title,
        lambda token: token + "\n",
        lambda token: " " + token,
        lambda token: token + "0",
        lambda token: token[:-1],
        lambda token: token.replace("-7-", "-07-"),
        lambda token: token.replace("-7-", "-٧-"),
        lambda token: token.replace("-7-", "-+7-"),
        lambda token: token.replace("-7-", f"-{'7' * 19}-"),
        lambda token: token.replace("-", "_"),
        lambda token: "",
        lambda token: "--",
        lambda token: "\0",
    ],
)
def test_a_token_has_one_spelling(token, change):
    assert not proves(change(token))


def test_tokens_outlive_a_change_of_the_secret_key_while_it_falls_back(token, settings):
    old = settings.SECRET_KEY
    settings.SECRET_KEY = "a new one"
    assert not proves(token)
    settings.SECRET_KEY_FALLBACKS = [old]
    assert proves(token)


def test_nonces_are_128_random_bits():
    nonces = {tokens.new_nonce() for _ in range(1000)}
    assert len(nonces) == 1000
    assert {len(nonce) for nonce in nonces} == {32}
    assert all(int(nonce, 16) >= 0 and nonce == nonce.lower() for nonce in nonces)
