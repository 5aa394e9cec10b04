"""What a site builder writes down: addresses, secrets, periods, front end, webhooks, proxies."""

from django.conf import settings
from django.core import checks
from django.urls import NoReverseMatch, reverse
from wagtail.coreutils import get_content_languages

from ..actions import front_end
from ..conf import conf
from .saying import TAG, error, warning

SHORTEST_SECRET = 16


@checks.register(TAG)
def urls_are_included(app_configs, **kwargs):
    """E001: forms and mails need the package's addresses."""
    try:
        reverse("wagtail_campaign:me")
    except NoReverseMatch:
        return [
            error(
                "E001",
                "The URLs of wagtail_campaign are not included.",
                'Put path("campaign/", include("wagtail_campaign.urls")) into your urlpatterns,'
                " before Wagtail's own.",
            )
        ]
    return []


@checks.register(TAG)
def address_keys_are_set(app_configs, **kwargs):
    """E002, E003: a live site needs secrets of its own for the hashes of addresses."""
    if not conf.ADDRESS_KEYS:
        if settings.DEBUG:
            return []
        return [
            error(
                "E002",
                "WAGTAIL_CAMPAIGN_ADDRESS_KEYS is empty.",
                'Set it to [("2026", secret)], with a secret from your environment, such as'
                " `python -c 'import secrets; print(secrets.token_hex(32))'` prints. Keep it as"
                " long as the signatures: without it nobody can be found again.",
            )
        ]
    try:
        secrets = dict(conf.ADDRESS_KEYS)
        short = [key for key, secret in secrets.items() if len(secret) < SHORTEST_SECRET]
    except (TypeError, ValueError):
        secrets, short = {}, ["?"]
    if short or settings.SECRET_KEY in secrets.values() or len(secrets) < len(conf.ADDRESS_KEYS):
        return [
            error(
                "E003",
                "WAGTAIL_CAMPAIGN_ADDRESS_KEYS is not a list of (id, secret) pairs, or an id is"
                f" twice in it, or a secret is SECRET_KEY or shorter than {SHORTEST_SECRET}.",
                'Write it as [("2026", secret), ("2025", older_secret)]: the first one writes.',
            )
        ]
    return []


@checks.register(TAG)
def periods_can_be_kept(app_configs, **kwargs):
    """E012: how long people are kept is a promise on the privacy page."""
    wrong = [
        name
        for name, may_be_none in (("CONFIRM_DAYS", False), ("FORGET_AFTER_MONTHS", True))
        if not _is_a_period(getattr(conf, name), may_be_none)
    ]
    return [
        error(
            "E012",
            f"WAGTAIL_CAMPAIGN_{name} is not a whole number above 0.",
            "Give days for CONFIRM_DAYS and months for FORGET_AFTER_MONTHS; only the latter may be"
            " None: then nobody is forgotten by itself.",
        )
        for name in wrong
    ]


def _is_a_period(value, may_be_none: bool) -> bool:
    if value is None:
        return may_be_none
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


@checks.register(TAG)
def the_front_end_can_be_linked_to(app_configs, **kwargs):
    """E019: every address on the front end, tried in every language of the site."""
    return [
        error(
            "E019",
            f"WAGTAIL_CAMPAIGN_FRONT_END: {problem}.",
            'Write each as "https://app.example.org/{language}/confirm/{token}", or one for each'
            " language; {path} instead of {token} for page, and neither for me.",
        )
        for problem in front_end.wrong(conf.FRONT_END, list(get_content_languages()))
    ]


@checks.register(TAG)
def webhooks_stay_outside(app_configs, **kwargs):
    """E018: on a live site webhooks reach nothing inside its own network."""
    if settings.DEBUG or not conf.WEBHOOKS_ANYWHERE:
        return []
    return [
        error(
            "E018",
            "Webhooks may go to private addresses, and without encryption.",
            "Take WAGTAIL_CAMPAIGN_WEBHOOKS_ANYWHERE out of the settings of the live site.",
        )
    ]


@checks.register(TAG)
def proxies_are_counted(app_configs, **kwargs):
    """E007, W007: whose address a request comes from."""
    if not isinstance(conf.TRUSTED_PROXIES, int) or conf.TRUSTED_PROXIES < 0:
        return [
            error(
                "E007",
                "WAGTAIL_CAMPAIGN_TRUSTED_PROXIES is not a number of proxies.",
                "Set it to how many proxies of your own stand before Django: 0, 1, 2 …",
            )
        ]
    behind = settings.SECURE_PROXY_SSL_HEADER or settings.USE_X_FORWARDED_HOST
    if behind and not conf.TRUSTED_PROXIES:
        return [
            warning(
                "W007",
                "The site is behind a proxy, and WAGTAIL_CAMPAIGN_TRUSTED_PROXIES is 0.",
                "All supporters seem to come from the proxy's network and share one limit. Set it"
                " to the number of your proxies that append to X-Forwarded-For.",
            )
        ]
    return []
