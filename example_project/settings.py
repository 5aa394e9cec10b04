"""Settings of the example site: a demonstration that runs on one machine, with nothing around it.

From the environment: ``PORT`` and ``HOST`` (where the demo is served), ``DATABASE_URL`` (default:
SQLite in ``var/``), ``DEBUG`` (default 1), ``SECRET_KEY`` and ``ADDRESS_KEY`` (asked for with
``DEBUG=0``), ``DEMO_FOLDER`` (where database, media and sent mail are kept; default ``var/``),
``BROADCAST_DELAY`` (minutes, default 1), ``LETTER_SECONDS`` (default 20) and ``WORK_EVERY``
(seconds, default 10) for those who can't wait, ``TRUSTED_PROXIES`` (default 0), ``STRIPE_PORT``
(of the offline Stripe beside the demo; default 12111, or as far from ``PORT`` as that from 8000),
``FRONT_PORT`` (of the front end of its own; default one above ``PORT``), ``API_ORIGINS``
(whose pages may use the JSON API as well: "http://127.0.0.1:8123", several with blanks between).
"""

import os
from pathlib import Path

from .database import from_url

HERE = BASE_DIR = Path(__file__).resolve().parent
VAR = Path(os.environ.get("DEMO_FOLDER", HERE / "var"))

DEBUG = os.environ.get("DEBUG", "1") == "1"
HOST = os.environ.get("HOST", "127.0.0.1")
PORT = int(os.environ.get("PORT", "8000"))
# What a visitor types: a server on every interface has no name of its own.
PUBLIC_HOST = "localhost" if HOST in {"127.0.0.1", "0.0.0.0", "::", "::1"} else HOST
# The site of an ally that shows the actions: this machine by its number, and so another site.
ALLY_ORIGIN = f"http://127.0.0.1:{PORT}" if DEBUG and HOST in {"127.0.0.1", "0.0.0.0"} else ""

# These two keys are public: they are for trying things out, on one machine.
SECRET_KEY = os.environ.get("SECRET_KEY", "demo only" if DEBUG else "")
ADDRESS_KEY = os.environ.get("ADDRESS_KEY", "demo only, of addresses" if DEBUG else "")
WAGTAIL_CAMPAIGN_ADDRESS_KEYS = [("demo", ADDRESS_KEY)] if ADDRESS_KEY else []

ALLOWED_HOSTS = ["*"] if HOST in {"0.0.0.0", "::"} else ["localhost", "127.0.0.1", "[::1]", HOST]

INSTALLED_APPS = [
    "example_project.demo",
    "example_project.demo_ally",
    "example_project.demo_inbox",
    "example_project.demo_stripe",
    "example_project.demo_receiver",
    "example_project.contact",
    "example_project.site_content",
    "wagtail_campaign",
    "wagtail_campaign.pages",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
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
    # For the page on which the JSON API is read and tried out.
    "ninja",
    # Wagtail's own API gives the pages; "rest_framework", so that it can be read in a browser.
    "wagtail.api.v2",
    "rest_framework",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "example_project.site_content.middleware.GzipText",
    "example_project.site_content.middleware.PublicHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "example_project.urls"
WSGI_APPLICATION = "example_project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": from_url(os.environ.get("DATABASE_URL") or f"sqlite:///{VAR}/db.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("en", "English"),
    ("ru", "Русский"),
    ("kk", "Қазақша"),
]
WAGTAIL_I18N_ENABLED = True
# Editors choose among these in their account; Wagtail's own list has no Kazakh.
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [HERE / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [HERE / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"

WAGTAIL_SITE_NAME = "Western Oil Fields Solidarity"
WAGTAILADMIN_BASE_URL = f"http://{PUBLIC_HOST}:{PORT}"
# Nothing is asked of any third party, neither of Wagtail's update service nor of Gravatar.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Linocuts have few colours, and lose nothing that is seen.
WAGTAILIMAGES_WEBP_QUALITY = 55
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# Turns words around instead of translating them: the editor's button can be tried offline.
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
    "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# A front end of its own, which `make demo` serves beside the site, runs the campaign by JSON.
FRONT_PORT = int(os.environ.get("FRONT_PORT", PORT + 1))
WAGTAIL_CAMPAIGN_API_ORIGINS = os.environ.get("API_ORIGINS", "").split()
if DEBUG:
    WAGTAIL_CAMPAIGN_API_ORIGINS += [f"http://{PUBLIC_HOST}:{FRONT_PORT}"]

# For how long a CDN may keep a page of the site, as WAGTAIL_CAMPAIGN_PAGE_MAX_AGE says of actions.
SHARED_SECONDS = 60
# Where the form of a donation leads to: the one other host that a page may send a reader to.
PAYMENT_HOST = "https://checkout.stripe.com"

# Also where messages to the campaign go.
CONTACT_EMAIL = "campaign@example.org"
DEFAULT_FROM_EMAIL = "Western Oil Fields Solidarity <campaign@example.org>"
if DEBUG:
    EMAIL_BACKEND = "example_project.demo_inbox.backend.EmailBackend"
    DEMO_INBOX_FOLDER = VAR / "mail"
    # What happens is told to another system, which is this one.
    WAGTAIL_CAMPAIGN_WEBHOOKS_ANYWHERE = True
    DEMO_RECEIVER_FOLDER = VAR / "webhooks"
    # Donations are made at the offline Stripe, which `make demo` serves beside the site.
    STRIPE_PORT = int(os.environ.get("STRIPE_PORT", PORT + 4111))
    STRIPE_FILE = VAR / "stripe.json"
    WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = "sk_test_offline"
    WAGTAIL_CAMPAIGN_STRIPE_WEBHOOK_SECRETS = ["whsec_offline"]
    WAGTAIL_CAMPAIGN_STRIPE_ADDRESS = f"http://{PUBLIC_HOST}:{STRIPE_PORT}"
    # Its pages may call themselves by the number as well.
    PAYMENT_HOST = f"{WAGTAIL_CAMPAIGN_STRIPE_ADDRESS} http://127.0.0.1:{STRIPE_PORT}"

# The fund takes tenge first, which few who read English have.
WAGTAIL_CAMPAIGN_CURRENCIES = {"en": "EUR"}

# Long enough to cancel, short enough to wait for: what an editor mails arrives within two minutes.
WAGTAIL_CAMPAIGN_BROADCAST_DELAY = int(os.environ.get("BROADCAST_DELAY", "1"))
WAGTAIL_CAMPAIGN_LETTER_SECONDS = int(os.environ.get("LETTER_SECONDS", "20"))
WAGTAIL_CAMPAIGN_TRUSTED_PROXIES = int(os.environ.get("TRUSTED_PROXIES", "0"))
# Seconds between two passes of campaign_work beside the demo.
WORK_EVERY = os.environ.get("WORK_EVERY", "10")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        # Confirm links stand in the address of a request, so requests are not listed.
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "wagtail_campaign": {"handlers": ["console"], "level": "INFO"},
    },
}
