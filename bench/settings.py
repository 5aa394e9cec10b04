"""The site of the benchmark: the package and its comparisons behind the same middleware.

The middleware is what `wagtail start` and i18n_patterns come to. The cache is Django's default, in
the process; mail goes to a TASKS back end that does nothing, as another machine would send it.
"""

import os
import tempfile
from pathlib import Path

from .database import DEFAULT_URL, from_url

FOLDER = Path(tempfile.gettempdir()) / "wagtail-campaign-bench"

SECRET_KEY = "of the benchmark only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "bench.urls"
STATIC_URL = "/static/"
MEDIA_URL = "/media/"
MEDIA_ROOT = FOLDER / "media"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "bench.comparison",
    "wagtail_campaign",
    "wagtail_campaign.pages",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]


class NoMigrations:
    """Makes tables from the models as they are: seconds instead of half a minute."""

    def __contains__(self, app_label):
        return True

    def __getitem__(self, app_label):
        return None


MIGRATION_MODULES = NoMigrations()
DATABASES = {"default": from_url(os.environ.get("DATABASE_URL") or DEFAULT_URL)}
# Commits don't wait for the disk. Every request that is compared makes one, so waiting would only
# bring the disk into the numbers and double the time of a run.
DATABASES["default"]["OPTIONS"] = {"options": "-c synchronous_commit=off"}
# For processes that the benchmark starts: another of its databases, and connections that stay.
if "BENCH_KEEPS_CONNECTIONS" in os.environ:
    DATABASES["default"]["CONN_MAX_AGE"] = None
if "BENCH_DATABASE" in os.environ:
    DATABASES["default"]["NAME"] = os.environ["BENCH_DATABASE"]
if "BENCH_MAIL_PORT" in os.environ:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ["BENCH_MAIL_PORT"])
TASKS = {"default": {"BACKEND": "bench.tasks.NobodyBackend"}}

LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("ru", "Русский"), ("kk", "Қазақша")]
WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "UTC"

DEFAULT_FROM_EMAIL = "Benchmark <campaign@localhost>"
WAGTAIL_SITE_NAME = "Benchmark"
WAGTAILADMIN_BASE_URL = "http://localhost"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None

WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [("bench", "of the benchmark only")]
# The visitors of the benchmark come through a proxy, each from a network of their own.
WAGTAIL_CAMPAIGN_TRUSTED_PROXIES = 1
# As fast as it goes, and at once.
WAGTAIL_CAMPAIGN_BROADCAST_RATE = None
WAGTAIL_CAMPAIGN_BROADCAST_DELAY = 0
WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = "sk_test_bench"
WAGTAIL_CAMPAIGN_STRIPE_WEBHOOK_SECRETS = ["whsec_bench"]
