"""What donations need of the settings: keys, secrets, and where Stripe is asked."""

from django.conf import settings
from django.core import checks
from django.db import DatabaseError
from django.utils import translation

from ..conf import conf
from ..donations.amounts import doubts
from ..donations.models import Fund, FundCurrency
from ..donations.stripe_api import checkout, gateway
from .saying import TAG, error, warning


def wrong_settings() -> list[str]:
    """The numbers of what donations lack in the settings, for those whom no check tells: "W014" for
    a test key, also where it is meant to be one."""
    return [found.id.rpartition(".")[2] for found in stripe_is_configured(None)] + _of_the_key()


def _of_the_key() -> list[str]:
    if not conf.STRIPE_SECRET_KEY:
        return ["W016"]
    return [] if gateway.is_live() else ["W014"]


@checks.register(TAG)
def stripe_is_configured(app_configs, **kwargs):
    """E013 to E016: key, secrets, address and languages are of use."""
    key, found = conf.STRIPE_SECRET_KEY, []
    if key and not key.startswith(("sk_test_", "rk_test_", "sk_live_", "rk_live_")):
        found.append(
            error(
                "E013",
                "WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY is no secret or restricted key.",
                "It begins with sk_ or rk_. The one that begins with pk_ is for browsers.",
            )
        )
    if key and not conf.STRIPE_WEBHOOK_SECRETS:
        found.append(
            error(
                "E014",
                "Stripe may be asked, but nothing that it tells can be believed.",
                "Put the secret of the webhook's endpoint (whsec_…) into"
                " WAGTAIL_CAMPAIGN_STRIPE_WEBHOOK_SECRETS.",
            )
        )
    if gateway.is_live() and conf.STRIPE_ADDRESS:
        found.append(
            error(
                "E015",
                "A live key would be sent to another server than Stripe's.",
                "Take WAGTAIL_CAMPAIGN_STRIPE_ADDRESS out of the settings of the live site.",
            )
        )
    odd = [to for to in conf.STRIPE_LANGUAGES.values() if to not in checkout.LOCALES]
    if odd:
        found.append(
            error(
                "E016",
                f"Stripe's pages are not there in {', '.join(odd)}.",
                "Choose for WAGTAIL_CAMPAIGN_STRIPE_LANGUAGES among"
                f" {', '.join(sorted(checkout.LOCALES))}.",
            )
        )
    return found


@checks.register(TAG, deploy=True)
def money_is_real(app_configs, **kwargs):
    """W014: a site that is deployed takes real money, if any."""
    if settings.DEBUG or "W014" not in _of_the_key():
        return []
    return [
        warning(
            "W014",
            "Donations are taken with a test key: nobody is charged.",
            "Set the live key, and the secret of the live endpoint: see docs/how-to/go-live.md.",
        )
    ]


@checks.register(checks.Tags.database)
def currencies_are_served(app_configs, databases, **kwargs):
    """W015: Stripe does not serve Russia. W016: a fund that is open and can't be given to. W017: a
    currency that isn't in order. Asked by ``migrate`` and ``check --database default``."""
    if "default" not in (databases or []):
        return []
    try:
        rows = list(FundCurrency.objects.select_related("fund"))
        is_asked = Fund.objects.exists()
    except DatabaseError:
        return []  # Not migrated yet.
    found = []
    if any(row.currency in doubts.UNSERVED for row in rows):
        found.append(
            warning(
                "W015",
                "A fund takes roubles: Stripe does not serve Russia, and cards from there fail.",
                "Offer another currency.",
            )
        )
    if is_asked and "W016" in _of_the_key():
        found.append(
            warning(
                "W016",
                "There is a donation page, and no key of Stripe's: nothing can be given.",
                "Set WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY.",
            )
        )
    with translation.override("en"):
        found += [
            warning(
                "W017",
                f"Fund {row.fund_id}, {row.currency}, {field}: {said}",
                "Change it in the admin: Campaign, Funds, the settings of that fund.",
            )
            for row in rows
            for field, said in doubts.of_currency(row, row.fund)
            if field != "currency"
        ]
    return found
