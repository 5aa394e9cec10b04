"""The settings of ``mortal.py``: the test's own database, mail server and, where it has one, its
own Stripe."""

import os

from tests.settings import *  # noqa: F403
from tests.settings import DATABASES
from wagtail_campaign.offline_stripe.server import KEY

DATABASES["default"]["NAME"] = os.environ["MORTAL_DATABASE"]
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = int(os.environ["MORTAL_SMTP_PORT"])

WAGTAIL_CAMPAIGN_BROADCAST_RATE = None
WAGTAIL_CAMPAIGN_WEBHOOKS_ANYWHERE = True

if "MORTAL_STRIPE" in os.environ:
    WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = KEY
    WAGTAIL_CAMPAIGN_STRIPE_ADDRESS = os.environ["MORTAL_STRIPE"]
