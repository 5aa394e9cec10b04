"""E-mail addresses: what is valid, when two are one person's, and the keys they are found by.

A key is HMAC-SHA-256 of the normalised address under a secret that is not in the database, so
that a stolen table can't be searched for addresses. ``email_key`` finds one person's acts all over
the site; ``dedupe_key`` is over action and address, so that it can't be joined across actions.
"""

import hashlib
import hmac
import unicodedata

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from email_validator import EmailNotValidError, validate_email

from ..conf import conf

MAX_LENGTH = 254
DEBUG_KEYS = [("debug", "wagtail-campaign-debug-only")]

# Providers who deliver name+anything@ (and, of the first group, n.a.m.e@) to name@.
DOTTED = {"gmail.com", "googlemail.com"}
TAGGED = DOTTED | {
    "fastmail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "ya.ru",
    "yandex.by",
    "yandex.com",
    "yandex.kz",
    "yandex.ru",
}


class LettersBeforeTheAt(ValueError):
    """An address that there can be, but to which hardly any mail server can write (RFC 6531)."""


def clean_address(typed: str) -> str:
    """The address as it is stored and written to: domain in lower case, IDNA in Unicode.

    Raises ``ValueError`` where it is no address, ``LettersBeforeTheAt`` where the part before the @
    is not ASCII: few mail servers take that, and Django's SMTP back end doesn't ask for it. Based
    on RFC 5321 and 5322. The DNS is not asked, so that nobody learns who signs.
    """
    typed = typed.strip()
    try:
        return _validated(typed).normalized
    except EmailNotValidError as error:
        kind = LettersBeforeTheAt if _has_letters_before_the_at(typed) else ValueError
        raise kind(str(error)) from error


def _has_letters_before_the_at(typed: str) -> bool:
    """Whether it would be an address, were all mail servers of today."""
    if typed.isascii():
        return False
    try:
        return _validated(typed, allow_smtputf8=True).smtputf8
    except EmailNotValidError:
        return False


def deliverable(address: str) -> str:
    """The address as mail programs take it, in ASCII: by IDNA of 2008, as the domain was checked.

    Python's own codec, which Django uses, is that of 2003 and makes another domain of "faß.de".
    """
    return address if address.isascii() else _validated(address).ascii_email


def normalise(address: str) -> str:
    """What two spellings of one mailbox have in common; never written to, only hashed.

    Nothing that two mailboxes can differ by is folded (ß and ss, ﬁ and fi are different domains):
    whose address normalises to yours sees your acts.
    """
    local, _, domain = unicodedata.normalize("NFC", address).lower().rpartition("@")
    if domain in TAGGED:
        local = local.partition("+")[0]
    if domain in DOTTED:
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}"


def keys() -> list[tuple[str, str]]:
    """The keys in force; raises ``ImproperlyConfigured`` where a live site has none."""
    if conf.ADDRESS_KEYS:
        return conf.ADDRESS_KEYS
    if settings.DEBUG:
        return DEBUG_KEYS
    raise ImproperlyConfigured("WAGTAIL_CAMPAIGN_ADDRESS_KEYS is empty: see check E002.")


def writing_key_id() -> str:
    """The id of the key that new rows are written with."""
    return keys()[0][0]


def email_key(address: str) -> str:
    """The hash that new rows are written with: 64 lower-case hex digits."""
    return _hash(keys()[0][1], normalise(address))


def email_keys(address: str) -> list[str]:
    """The hashes of an address under every key in force, to look it up."""
    return [_hash(secret, normalise(address)) for _, secret in keys()]


def keys_of(typed: str) -> list[str]:
    """The same of what somebody typed, to look it up; none of what is no address."""
    try:
        return email_keys(clean_address(typed))
    except ValueError:
        return []


def dedupe_key(action_key, address: str) -> str:
    """The hash of action and address that new rows are written with."""
    return _hash(keys()[0][1], f"{action_key}:{normalise(address)}")


def dedupe_keys(action_key, address: str) -> list[str]:
    """The same under every key in force."""
    return [_hash(secret, f"{action_key}:{normalise(address)}") for _, secret in keys()]


def _validated(address: str, allow_smtputf8: bool = False):
    return validate_email(address, check_deliverability=False, allow_smtputf8=allow_smtputf8)


def _hash(secret: str, value: str) -> str:
    return hmac.new(secret.encode(), value.encode(), hashlib.sha256).hexdigest()
