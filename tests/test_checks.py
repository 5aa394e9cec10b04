"""``manage.py check`` tells a site builder what is missing, and nothing where nothing is."""

from datetime import timedelta

import pytest
from django.core import checks
from django.test import override_settings
from django.urls import path
from django.utils import timezone
from wagtail.models import Site

from wagtail_campaign.mailing import work
from wagtail_campaign.mailing.models import Work

urlpatterns = [path("elsewhere/", lambda request: None)]

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


def test_a_site_in_order_hears_nothing():
    assert said() == set()


@pytest.mark.parametrize(
    ("settings", "number"),
    [
        ({"ROOT_URLCONF": "tests.test_checks"}, "E001"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": []}, "E002"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [("2026", "short")]}, "E003"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [("1", SECRET), ("1", SECRET * 2)]}, "E003"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [("1", SECRET)], "SECRET_KEY": SECRET}, "E003"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": SECRET}, "E003"),
        ({"WAGTAIL_CAMPAIGN_CONFIRM_DAYS": None}, "E012"),
        ({"WAGTAIL_CAMPAIGN_FORGET_AFTER_MONTHS": 0}, "E012"),
        ({"WAGTAIL_CAMPAIGN_FORGET_AFTER_MONTHS": "6"}, "E012"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [SECRET]}, "E003"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": 7}, "E003"),
        ({"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [(1, None)]}, "E003"),
        (
            {"WAGTAIL_CAMPAIGN_MAIL_FROM": None, "DEFAULT_FROM_EMAIL": "webmaster@localhost"},
            "W004",
        ),
        ({"WAGTAIL_CAMPAIGN_MAIL_FROM": "Campaign <campaign@localhost>"}, "W004"),
        (
            {"CACHES": {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}},
            "W006",
        ),
        ({"WAGTAIL_CAMPAIGN_TRUSTED_PROXIES": -1}, "E007"),
        ({"WAGTAIL_CAMPAIGN_TRUSTED_PROXIES": "1"}, "E007"),
        ({"USE_X_FORWARDED_HOST": True}, "W007"),
        (
            {"TASKS": {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}},
            "W010",
        ),
    ],
)
def test_what_is_missing_is_said_by_its_number(settings, number):
    assert said(**settings) == {number}


def test_nobody_needs_secrets_or_a_sender_to_try_it_out():
    nothing_set = {"WAGTAIL_CAMPAIGN_ADDRESS_KEYS": [], "WAGTAIL_CAMPAIGN_MAIL_FROM": None}
    assert said(DEBUG=True, DEFAULT_FROM_EMAIL="webmaster@localhost", **nothing_set) == set()


def test_a_broken_mail_template_of_the_site_is_named(tmp_path, settings):
    mails = tmp_path / "wagtail_campaign" / "mails"
    mails.mkdir(parents=True)
    (mails / "petitions.confirm.txt").write_text("{% nothing %}")
    templates = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]
    assert said(TEMPLATES=templates) == {"E005"}


def test_a_language_without_the_mails_is_named(settings):
    languages = [*settings.WAGTAIL_CONTENT_LANGUAGES, ("eo", "Esperanto")]
    assert said(WAGTAIL_CONTENT_LANGUAGES=languages, LANGUAGES=languages) == {"W005"}


def database_said(number) -> list[str]:
    messages = checks.run_checks(tags=[checks.Tags.database], databases=["default"])
    return [m.msg for m in messages if m.id == f"wagtail_campaign.{number}"]


@pytest.mark.django_db
def test_work_that_was_never_done_or_not_lately_is_said():
    assert database_said("W008") == ["campaign_work has never run."]
    work.run_pass()
    assert database_said("W008") == []
    Work.objects.update(finished_at=timezone.now() - timedelta(minutes=61))
    assert "campaign_work has not run since" in database_said("W008")[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("debug", "hostname", "port", "warned"),
    [
        (True, "localhost", 80, True),  # as `wagtail start` leaves it
        (True, "localhost", 8000, False),
        (False, "localhost", 8000, True),
        (False, "example.org", 443, False),
        (False, "example.org", 80, False),
    ],
)
def test_mails_whose_links_would_lead_nowhere_are_said(
    home, settings, debug, hostname, port, warned
):
    settings.DEBUG = debug
    Site.objects.update(hostname=hostname, port=port)
    said = database_said("W011")
    assert bool(said) == warned
    assert all("http://localhost" in text for text in said)


def test_sqlite_as_django_sets_it_up_is_warned_of(settings):
    from django.db import connections

    if connections["default"].vendor != "sqlite":
        assert "W009" not in said()
        return
    options = connections["default"].settings_dict["OPTIONS"]
    kept = options.pop("transaction_mode")
    try:
        assert said() == {"W009"}
    finally:
        options["transaction_mode"] = kept
