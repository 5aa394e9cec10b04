"""``/campaign/me/`` by JSON: in with the link from the mail, out again, and all data to take along.

The session is a token instead of a cookie: asked for with the link from the mail, good for an hour,
sent as ``Authorization: Bearer …``. What is done inside is in ``acts``; what is decided for both
doors in ``supporters/me/``.
"""

from django.utils import translation
from ninja import Router, Schema, Status
from ninja.security import HttpBearer
from pydantic import Field

from ..supporters import magic_links
from ..supporters.me import asking, data, languages
from ..supporters.me.forms import AskForm
from . import idempotency, problems, taking
from .answers import FORM, SENT, Taken, answers
from .bodies import Typed
from .problems import Problem


class Session(HttpBearer):
    """Whoever has used a link: ``request.auth`` is its ``MagicLink``. Its language is spoken where
    the request asks for none."""

    def authenticate(self, request, token):
        link = magic_links.session(token)
        if link and not request.campaign_language and link.language in languages.codes():
            request.LANGUAGE_CODE = link.language
            # Until the door is closed behind the request.
            translation.activate(link.language)
        return link


router = Router(tags=["My actions"])
inside = Session()


class Asking(Typed):
    """Where to mail the link, and in which language (one of the site's; else the request's)."""

    language: str = Field("", examples=["kk"])


class LinkToken(Schema):
    """The token at the end of the mailed link."""

    token: str


class SessionSaid(Schema):
    """The token of the session, for an hour."""

    token: str
    expires_in: int = Field(description="Seconds.")


class Language(Schema):
    """A language of the site."""

    language: str = Field(examples=["kk"])


#: The refusals of an operation in a session that reads, and of one that changes something.
READS, CHANGES = (401, 422), (401, *SENT)


@router.post("/link", response=answers((202, Taken), *FORM), url_name="api_me_link")
def ask(request, typed: Asking):
    """Has a link mailed, if anything was done here with the address: the answer doesn't tell."""
    if not idempotency.is_repeat(request):
        form = AskForm(typed.as_form())
        known = typed.language in languages.codes()
        language = typed.language if known else request.LANGUAGE_CODE
        if refused := asking.receive(request, form, language):
            raise taking.refusal(refused, None, form)
    return Status(202, {"next": "check_mail"})


@router.post(
    "/session",
    response=answers((200, SessionSaid), 410, *SENT),
    url_name="api_me_session",
)
def begin(request, typed: LinkToken):
    """Uses the mailed link up, and gives the token of the session."""
    found = magic_links.find("me", typed.token)
    if found is None:
        raise problems.unknown()
    if not idempotency.is_repeat(request) and not magic_links.use(found):
        raise Problem("over", 410)
    seconds = int(found.GOOD_FOR.total_seconds())
    return {"token": found.token("session"), "expires_in": seconds}


@router.delete(
    "/session", auth=inside, response=answers((204, None), *CHANGES), url_name="api_me_session"
)
def leave(request):
    """Ends the session."""
    magic_links.end(request.auth)
    return Status(204, None)


@router.post(
    "/language",
    auth=inside,
    response=answers((200, Language), *CHANGES),
    url_name="api_me_language",
)
def speak(request, wish: Language):
    """Changes the language of the session, which is spoken where a request asks for none; answers
    which it is now. What the site doesn't speak changes nothing."""
    if not idempotency.is_repeat(request) and languages.speak(request.auth, wish.language):
        return wish
    return {"language": request.auth.language}


@router.get("/data", auth=inside, response=answers((200, dict), 401), url_name="api_me_data")
def everything(request):
    """All that is stored about the address, as in the download."""
    return data.everything(request.auth.keys)
