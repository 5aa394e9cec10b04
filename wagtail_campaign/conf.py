"""Every setting of the package, with its default. A site sets ``WAGTAIL_CAMPAIGN_<NAME>``.

Read them as ``conf.NAME``; tests may change them with ``override_settings``.
"""

from django.conf import settings
from django.core.signals import setting_changed

PREFIX = "WAGTAIL_CAMPAIGN_"

DEFAULTS = {
    # Keys of the hashes by which an address is found again: [(id, secret), …]. The first one
    # writes, all are looked up. Secrets live outside the database and are not SECRET_KEY.
    # With DEBUG on and none set, a well-known key is used.
    "ADDRESS_KEYS": [],
    # How many reverse proxies stand before Django and append to X-Forwarded-For.
    # 0: the network address is REMOTE_ADDR and the header is never read.
    "TRUSTED_PROXIES": 0,
    # Sender of all mails, "Name <address>". None: DEFAULT_FROM_EMAIL.
    "MAIL_FROM": None,
    # Seconds to wait for the mail server, where the site sets no time-out (EMAIL_TIMEOUT).
    "MAIL_TIMEOUT": 5,
    # Unrequested mails (those that anybody could cause) to one address in 24 hours.
    "MAILS_PER_ADDRESS": 3,
    # Mails of a broadcast in one second, over all broadcasts. None: as fast as it goes.
    "BROADCAST_RATE": 20,
    # Minutes between "Mail it" and the first mail, in which an editor can change their mind.
    "BROADCAST_DELAY": 10,
    # Seconds between two letters from the site to the same contact of a target.
    "LETTER_SECONDS": 20,
    # Days after sending after which the text of a letter is destroyed.
    "LETTER_TEXT_DAYS": 30,
    # Days for which a confirm link holds; after that the unconfirmed act is deleted.
    "CONFIRM_DAYS": 14,
    # Days after which an unconfirmed act is reminded of, once. None: never.
    "REMIND_AFTER_DAYS": 3,
    # Months after the end of an action after which those who acted are forgotten. None: never.
    "FORGET_AFTER_MONTHS": 6,
    # (how many, in how many seconds) forms one network may send: an IPv4 address or an IPv6 /64.
    # None switches the limit off.
    "NETWORK_LIMIT": (60, 600),
    # The same for one e-mail address. Past it the answer is the same thanks; nothing is stored.
    "ADDRESS_LIMIT": (10, 3600),
    # Hosts ("forms.example.org") of other sites that may post the public forms.
    "ALLOWED_ORIGINS": [],
    # Origins ("https://app.example.org") whose pages may use the JSON API: a list for all sites, or
    # {host of a site: list}. "*" in it: all. Servers need none.
    "API_ORIGINS": [],
    # Addresses on a front end of one's own in place of ours: {link: pattern, or {language:
    # pattern}}, or {host of a site: that}. See actions/front_end.py.
    "FRONT_END": {},
    # Seconds for which the public numbers and a page's form are kept in the cache.
    "LIVE_SECONDS": 5,
    "FORM_SECONDS": 3600,
    # Seconds for which a CDN or other shared cache may keep public action pages (s-maxage), never
    # past the next opening or closing. Browsers ask again. 0: say nothing about caching.
    "PAGE_MAX_AGE": 30,
    # How many of the latest public signers a page shows.
    "LATEST_SIGNERS": 8,
    # The key by which donations ask Stripe: secret or, better, restricted ("rk_live_…"). It stands
    # in no file that is committed. None: no donations.
    "STRIPE_SECRET_KEY": None,
    # What Stripe signs its webhooks with ("whsec_…"): two while one is renewed.
    "STRIPE_WEBHOOK_SECRETS": [],
    # Where Stripe is asked. None: at Stripe; else an offline Stripe ("http://127.0.0.1:12111").
    "STRIPE_ADDRESS": None,
    # The language of Stripe's own pages, where they have none of the donor's.
    "STRIPE_LANGUAGES": {"kk": "ru"},
    # The currency that a donation's form shows first, by language; else the fund's first.
    "CURRENCIES": {},
    # The name servers that are asked for the records of sponsors' domains and for the addresses of
    # webhooks, as (address, port): [("127.0.0.1", 5353)]. Empty: those of the system.
    "NAME_SERVERS": [],
    # Whether webhooks may go to http and to private addresses: to try them on one machine.
    "WEBHOOKS_ANYWHERE": False,
    # Minutes without a pass of campaign_work after which a check warns.
    "WORK_LATE_MINUTES": 60,
}


class Conf:
    """The settings in force: an attribute each, read once and again when a test changes it."""

    def __getattr__(self, name):
        if name not in DEFAULTS:
            raise AttributeError(name)
        value = getattr(settings, PREFIX + name, DEFAULTS[name])
        self.__dict__[name] = value
        return value


conf = Conf()


def forget(*, setting, **kwargs):
    """Reads a setting anew that a test has changed."""
    if setting.startswith(PREFIX):
        conf.__dict__.pop(setting.removeprefix(PREFIX), None)


setting_changed.connect(forget)
