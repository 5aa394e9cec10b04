"""``manage.py check`` says which mails would not go out, or in the wrong language, or nowhere."""

import pytest
from wagtail.models import Site

from .asked import database_said, said


@pytest.mark.parametrize(
    ("settings", "number"),
    [
        (
            {"WAGTAIL_CAMPAIGN_MAIL_FROM": None, "DEFAULT_FROM_EMAIL": "webmaster@localhost"},
            "W004",
        ),
        ({"WAGTAIL_CAMPAIGN_MAIL_FROM": "Campaign <campaign@localhost>"}, "W004"),
        (
            {"TASKS": {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}},
            "W010",
        ),
    ],
)
def test_what_mails_lack_is_said_by_its_number(settings, number):
    assert said(**settings) == {number}


def test_a_broken_mail_template_of_the_site_is_named(tmp_path, settings):
    mails = tmp_path / "wagtail_campaign" / "mails"
    mails.mkdir(parents=True)
    (mails / "petitions.confirm.txt").write_text("{% nothing %}")
    templates = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]
    assert said(TEMPLATES=templates) == {"E005"}


def test_a_language_without_the_mails_is_named(settings):
    languages = [*settings.WAGTAIL_CONTENT_LANGUAGES, ("eo", "Esperanto")]
    assert said(WAGTAIL_CONTENT_LANGUAGES=languages, LANGUAGES=languages) == {"W005"}


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
