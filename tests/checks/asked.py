"""What ``manage.py check`` says of a site that is in order but for what a test is about."""

from django.core import checks
from django.test import override_settings

SECRET = "a secret that is long enough"
WORKER = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
REDIS = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": ""}}
ALL_IN_ORDER = {
    "WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [("2026", SECRET)],
    "WAGTAIL_CAMPAIGN_MAIL_FROM": "Campaign <campaign@example.org>",
    "WAGTAIL_CAMPAIGN_TRUSTED_PROXIES": 0,
    "SECURE_PROXY_SSL_HEADER": None,
    "CACHES": REDIS,
    "TASKS": WORKER,
}


def said(**settings) -> set[str]:
    """The numbers that the checks of the package, those for production too, answer with."""
    with override_settings(**{**ALL_IN_ORDER, **settings}):
        messages = checks.run_checks(tags=["wagtail_campaign"], include_deployment_checks=True)
    assert all(message.hint for message in messages)
    return {message.id.removeprefix("wagtail_campaign.") for message in messages}


def database_said(number) -> list[str]:
    """What a check that asks the database says."""
    messages = checks.run_checks(tags=[checks.Tags.database], databases=["default"])
    return [m.msg for m in messages if m.id == f"wagtail_campaign.{number}"]
