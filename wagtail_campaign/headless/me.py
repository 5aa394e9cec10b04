"""``/campaign/me/`` by JSON: what an address did here, seen and changed by whoever reads its mail.

The session is a token instead of a cookie: asked for with the link from the mail, good for an hour,
sent as ``Authorization: Bearer …``.
"""

from ninja import Router, Schema, Status
from ninja.security import HttpBearer
from pydantic import Field
from wagtail.models import Site

from ..supporters import acts, consents, limits, magic_links
from ..supporters.acts import NotNow
from ..supporters.me import data, languages
from ..supporters.me.forms import AskForm
from ..supporters.models import Consent, Display
from . import idempotency, problems
from .answers import ProblemDocument, Taken, answers
from .bodies import Typed
from .paths import Id
from .problems import Problem

#: The verbs of an ``Act`` that need nothing but the act.
VERBS = {acts.CONFIRM, acts.HIDE, acts.WITHDRAW}


class Session(HttpBearer):
    """Whoever has used a link: ``request.auth`` is its ``MagicLink``."""

    def authenticate(self, request, token):
        return magic_links.session(token)


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


class ActSaid(Schema):
    """One act of the address, in the reader's language."""

    kind: str
    id: int
    noun: str
    state: str = Field(description="Where it stands, in words.")
    verbs: list[str] = Field(description="What can be done with it now.")
    data: dict = Field(description="All that is stored of it: see the data download.")


class ActsSaid(Schema):
    """All acts of the address, newest first."""

    acts: list[ActSaid]


class ShowAs(Schema):
    """How an act is shown in public from now on."""

    display: Display


class Done(Schema):
    """Whether anything changed: not where it was so already."""

    changed: bool


INSIDE = {401: ProblemDocument, 404: ProblemDocument}


@router.post(
    "/link", response=answers((202, Taken), 400, 413, 415, 422, 429), url_name="api_me_link"
)
def ask(request, typed: Asking):
    """Has a link mailed, if anything was done here with the address: the answer doesn't tell."""
    if idempotency.is_repeat(request):
        return Status(202, {"next": "check_mail"})
    form = AskForm(typed.as_form())
    if wait := limits.network_is_full(request):
        raise Problem("too_many", 429, headers={"Retry-After": str(wait)})
    if not form.is_trapped:
        if not form.is_valid():
            raise problems.of_form(form)
        address = form.cleaned_data["email"]
        if not limits.address_is_full(address):
            site = Site.find_for_request(request)
            asked = typed.language if typed.language in languages.codes() else None
            language = asked or request.LANGUAGE_CODE
            magic_links.ask(address, language, site.pk if site else None)
    return Status(202, {"next": "check_mail"})


@router.post(
    "/session",
    response={200: SessionSaid, 404: ProblemDocument, 410: ProblemDocument},
    url_name="api_me_session",
)
def begin(request, typed: LinkToken):
    """Uses the mailed link up, and gives the token of the session."""
    found = magic_links.find("me", typed.token)
    if found is None:
        raise problems.unknown()
    if not magic_links.use(found):
        raise Problem("over", 410)
    seconds = int(found.GOOD_FOR.total_seconds())
    return {"token": found.token("session"), "expires_in": seconds}


@router.delete(
    "/session", auth=inside, response={204: None, 401: ProblemDocument}, url_name="api_me_session"
)
def leave(request):
    """Ends the session."""
    magic_links.end(request.auth)
    return Status(204, None)


@router.get("", auth=inside, response={200: ActsSaid, 401: ProblemDocument}, url_name="api_me")
def mine(request):
    """Everything this address did here."""
    return {"acts": [_said(act) for act in acts.of(request.auth.keys)]}


@router.get(
    "/data", auth=inside, response={200: dict, 401: ProblemDocument}, url_name="api_me_data"
)
def everything(request):
    """All that is stored about the address, as in the download."""
    return data.everything(request.auth.keys)


@router.post(
    "/acts/{kind}/{pk}/show-as",
    auth=inside,
    response={200: Done, **INSIDE, 422: ProblemDocument},
    url_name="api_me_show_as",
)
def show_as(request, kind: str, pk: Id, wish: ShowAs):
    """Changes how an act is shown in public, at once and in every language."""
    act = _find(request, kind, pk)
    return {"changed": acts.SHOW_AS in act.allowed and act.show_as(wish.display)}


@router.post(
    "/acts/{kind}/{pk}/{verb}",
    auth=inside,
    response={200: Done, 503: ProblemDocument, **INSIDE},
    url_name="api_me_act",
)
def do(request, kind: str, pk: Id, verb: str):
    """confirm, hide, withdraw or erase; what an act bears now is in its ``verbs``."""
    act = _find(request, kind, pk)
    if verb == acts.ERASE:
        return {"changed": _erase(request, act)}
    if verb not in VERBS:
        raise problems.unknown()
    return {"changed": verb in act.allowed and bool(getattr(act, verb)())}


@router.delete(
    "/consents/{pk}",
    auth=inside,
    response={200: Done, **INSIDE},
    url_name="api_me_consent",
)
def withdraw_consent(request, pk: Id):
    """Takes one consent back; its id is in the data of its act."""
    keys = request.auth.keys
    consent = Consent.objects.filter(supporter__email_key__in=keys, pk=pk).first()
    if consent is None:
        raise problems.unknown()
    changed = bool(consents.withdraw(Consent.objects.filter(pk=pk)))
    act = acts.of_supporter(consent.supporter_id, keys) if changed else None
    if act and act.let_go():
        magic_links.forget(keys)
    return {"changed": changed}


def _find(request, kind: str, pk: Id) -> acts.Act:
    act = acts.find(kind, pk, request.auth.keys)
    if act is None:
        raise problems.unknown()
    return act


def _erase(request, act: acts.Act) -> bool:
    if acts.ERASE not in act.allowed:
        return False
    try:
        act.erase()
    except NotNow:
        raise Problem("away", 503) from None
    magic_links.forget(request.auth.keys)
    return True


def _said(act: acts.Act) -> dict:
    return {
        "kind": act.slice,
        "id": act.pk,
        "noun": str(act.noun),
        "state": act.state,
        "verbs": sorted(act.allowed),
        "data": data.of_act(act),
    }
