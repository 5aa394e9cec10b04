"""Mails by SMTP."""

import pytest

from tests.mailing.post_office import PostOffice


@pytest.fixture
def post_office(settings):
    """The mail server that the site sends by; see ``PostOffice``."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.WAGTAIL_CAMPAIGN_MAIL_TIMEOUT = 0.4
    with PostOffice() as office:
        settings.EMAIL_PORT = office.port
        yield office
