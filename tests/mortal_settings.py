"""The settings of ``mortal.py``: the test's own database, and the test's own mail server."""

import os

from tests.settings import *  # noqa: F403
from tests.settings import DATABASES

DATABASES["default"]["NAME"] = os.environ["MORTAL_DATABASE"]
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = int(os.environ["MORTAL_SMTP_PORT"])

WAGTAIL_CAMPAIGN_BROADCAST_RATE = None
