"""Another site than that of ``tests.settings``: what the package promises to site builders.

Its own page type instead of ``wagtail_campaign.pages``, a custom user model, ATOMIC_REQUESTS, one
language, wagtail.locales, the addresses under another path, and its own base template.
"""

from pathlib import Path

from tests.settings import *  # noqa: F403
from tests.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE, TEMPLATES

LEFT_OUT = {"wagtail_campaign.pages", "wagtail_localize", "wagtail_localize.locales"}
INSTALLED_APPS = [app for app in INSTALLED_APPS if app not in LEFT_OUT] + [
    "tests.site",
    "tests.site.members",
    "wagtail.locales",
]
MIDDLEWARE = [name for name in MIDDLEWARE if "LocaleMiddleware" not in name]

TEMPLATES[0]["DIRS"] = [Path(__file__).parent / "templates"]
AUTH_USER_MODEL = "members.Member"
ROOT_URLCONF = "tests.site.urls"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English")]
WAGTAIL_I18N_ENABLED = False

DATABASES["default"]["ATOMIC_REQUESTS"] = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": "file:own_site?mode=memory&cache=shared"}
else:
    DATABASES["default"]["TEST"] = {"NAME": "test_campaign_own_site"}
