"""The API, gathered: what each slice offers by JSON, at ``/campaign/api/v1/``.

A new member or a new operation may come at any time within a version; what is there stays as it
is. A test holds it against ``tests/headless/openapi.json``, which ``tools/api_document.py`` writes.
"""

from django.utils import translation
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from .donations import api as donations
from .donations.me import api as recurring
from .donations.me import yearly_api as yearly
from .headless import actions, acts, links, me, numbers, problems, views
from .headless.door import through
from .headless.formats import Objects, Readable
from .headless.problems import Problem
from .petitions import api as petitions
from .sponsors import api as sponsors
from .sponsors import me_api as my_sponsors
from .updates import api as updates
from .urgent_actions import api as urgent_actions
from .urgent_actions.alerts import api as alerts
from .urgent_actions.directory import api as directory

VERSION = "1"


api = NinjaAPI(
    title="Campaign",
    version=VERSION,
    description=(
        "Everything a supporter can do. No cookie is set or read. Errors are problem documents"
        " (RFC 9457); every POST may carry an Idempotency-Key."
    ),
    docs_url=None,
    openapi_url=None,
    urls_namespace="wagtail_campaign_api",
    renderer=Readable(),
    parser=Objects(),
)
# First what is asked for most: Django tries one address after the other.
api.add_router("petitions", petitions.router)
api.add_router("actions", actions.router)
api.add_router("actions", numbers.router)
api.add_router("actions", updates.router)
api.add_router("", links.router)
api.add_router("me", me.router)
api.add_router("me", acts.router)
api.add_router("me/sponsors", my_sponsors.router)
api.add_router("urgent-actions", urgent_actions.router)
api.add_router("missions", directory.router)
api.add_router("alerts", alerts.router)
api.add_router("sponsors", sponsors.router)
api.add_router("", donations.router)
api.add_router("me", recurring.router)
api.add_router("me", yearly.router)


@api.exception_handler(Problem)
def said(request, problem):
    """A problem, in the language that was spoken where it was raised."""
    with translation.override(request.LANGUAGE_CODE):
        return problem.answer()


@api.exception_handler(ValidationError)
def not_as_described(request, error):
    """What isn't as the document has it: a message for each member, in English as pydantic's."""
    if any(one["loc"][0] == "body" and len(one["loc"]) == 2 for one in error.errors):
        # Of the whole of it: there is none.
        return Problem("malformed", 400).answer()
    errors = {}
    for one in error.errors:
        errors.setdefault(_member(one["loc"]), []).append(one["msg"])
    return problems.invalid(errors).answer()


@api.exception_handler(HttpError)
def unreadable(request, error):
    """What ninja raises for a body that is no JSON."""
    return Problem("malformed", 400).answer()


@api.exception_handler(AuthenticationError)
def outside(request, error):
    """No session, or one that is over."""
    return Problem("outside", 401, headers={"WWW-Authenticate": "Bearer"}).answer()


def _member(location: tuple) -> str:
    """The name of a member that ninja calls ("body", "typed", "email"), or ("query", "page")."""
    named = location[2:] if location[0] == "body" else location[1:]
    return str(named[0]) if named else ""


def _urls() -> list:
    # Ninja's own page at the root says 404.
    patterns = [pattern for pattern in api.urls[0] if pattern.name != "api-root"]
    for pattern in patterns:
        # Ninja has no place for what goes around all of its views, its own refusals included.
        pattern.callback = through(pattern.callback)
    return patterns + views.urls_of(api)


urlpatterns = _urls()
