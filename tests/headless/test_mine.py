"""My actions by JSON: every verb of the pages, with the same decisions and the same words."""

import pytest

from tests.headless.same import left_by
from tests.headless.visits import enter, enter_by_html, session_of, token_for
from tests.hostile import NASTY
from tests.people import count
from tests.supporters.visits import ME, page_text, signed_by, url
from wagtail_campaign.petitions.acts import SignatureAct
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters import consents
from wagtail_campaign.supporters.acts import NotNow
from wagtail_campaign.supporters.models import Consent, MagicLink, Supporter
from wagtail_campaign.supporters.models import Purpose as P

pytestmark = pytest.mark.django_db

DANA = "dana@example.org"


@pytest.fixture
def ticked(page):
    """The ids of all wordings of the petition, as a form sends them."""
    consents.keep_wordings(page.consent_wordings())
    return [wording.pk for wording in page.consent_wordings()]


@pytest.fixture
def both(client, front_end):
    """``both(html, json)``: what both doors leave, each with a session out of the same mail.
    ``html(client)`` gives the address it is sent on to, ``json(session)`` the answer."""

    def both(html, json):
        token, said = token_for(front_end, DANA), {}

        def by_html():
            enter_by_html(client, token)
            # Read while it is still there to be said.
            said["html"] = page_text(client.get(html(client)))

        def by_json():
            said["json"] = json(session_of(front_end, token)).json()["said"]

        try:
            found = left_by(by_html)
        finally:
            client.cookies.clear()
        assert found == left_by(by_json)
        return found, said

    return both


@pytest.mark.parametrize(
    ("verb", "sent", "notice"),
    [
        ("confirm", {}, "Confirmed. Thank you!"),
        ("show_as", {"display": "full"}, "From now on this is how you are shown in public."),
        ("withdraw", {}, "Withdrawn."),
        ("erase", {}, "Erased."),
    ],
)
def test_both_doors_do_the_same_and_say_it(front_end, page, ticked, both, verb, sent, notice):
    signature = signed_by(page, confirmed=verb != "confirm", ticked=ticked)
    signed_by(page, first_name="Another", confirmed=False)

    def html(client):
        return client.post(url(f"me_{verb}", "petition", signature.pk), sent).url

    def json(session):
        path = f"/me/acts/petition/{signature.pk}/{verb.replace('_', '-')}"
        answer = front_end.post(path, sent, **session)
        assert answer.status_code == 200 and answer.json()["changed"]
        return answer

    _found, said = both(html, json)
    assert said["json"] == notice and notice in said["html"]


def test_a_verb_that_is_not_allowed_changes_nothing(front_end, page, both, set_petition):
    signature = signed_by(page, confirmed=False)
    set_petition(state="won")

    def html(client):
        return client.post(url("me_confirm", "petition", signature.pk)).url

    def json(session):
        answer = front_end.post(f"/me/acts/petition/{signature.pk}/confirm", **session)
        assert answer.json()["changed"] is False
        return answer

    found, said = both(html, json)
    assert found["Signature"][0]["state"] == "pending"
    assert said["json"] in said["html"]


def test_both_doors_take_a_consent_back(front_end, page, ticked, both):
    signed_by(page, ticked=ticked)
    news = Consent.objects.get(purpose=P.NEWS)

    def html(client):
        return client.post(url("me_withdraw_consent", news.pk)).url

    def json(session):
        answer = front_end.delete(f"/me/consents/{news.pk}", **session)
        assert answer.json()["notice"] == "consent"
        return answer

    found, said = both(html, json)
    assert sum(bool(row["withdrawn_at"]) for row in found["Consent"]) == 1
    assert said["json"] in said["html"]


def test_both_doors_let_go_what_only_a_consent_kept(front_end, page, set_petition, ticked, both):
    set_petition(forgets=True)
    signed_by(page, ticked=ticked)
    [news] = Consent.objects.all()[:1]
    Consent.objects.exclude(pk=news.pk).delete()

    def html(client):
        answer = client.post(url("me_withdraw_consent", news.pk))
        return answer.url

    def json(session):
        answer = front_end.delete(f"/me/consents/{news.pk}", **session)
        assert answer.json()["notice"] == "let_go"
        assert front_end.get("/me", **session).status_code == 401
        return answer

    found, _said = both(html, json)
    assert not found["Supporter"] and not found["MagicLink"]


def test_both_doors_erase_everything(front_end, page, petition, ticked, both):
    signed_by(page, ticked=ticked, display="full")
    signed_by(page, first_name="Mallory", confirmed=False)
    signed_by(page, email="other@example.org")
    sessions = []

    def html(client):
        return client.post(url("me_erase_all")).url

    def json(session):
        looked = front_end.get("/me/erase", **session).json()
        assert looked["kept"] == []
        assert any("still counts" in line for line in looked["consequences"])
        assert count(petition) == 2, "looking changes nothing"
        answer = front_end.post("/me/erase", **session)
        assert (answer.status_code, answer.json()["changed"]) == (200, True)
        assert front_end.get("/me", **session).status_code == 401
        sessions.append(session)
        return answer

    found, _said = both(html, json)
    assert [row["email"] for row in found["Supporter"]] == ["other@example.org"]
    assert len(found["Signature"]) == 2 and not found["MagicLink"]
    assert sessions


def test_what_cannot_be_erased_just_now_keeps_no_other_from_it(front_end, page, both, monkeypatch):
    stubborn, other = signed_by(page), signed_by(page, first_name="Mallory", confirmed=False)
    erase = SignatureAct.erase

    def fail(self):
        if self.pk == stubborn.pk:
            raise NotNow
        erase(self)

    monkeypatch.setattr(SignatureAct, "erase", fail)
    session = enter(front_end, DANA)
    answer = front_end.post(f"/me/acts/petition/{stubborn.pk}/erase", **session)
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (503, "away")
    answer = front_end.post("/me/erase", idempotency_key="0123456789", **session)
    assert answer.status_code == 503
    assert not Signature.objects.filter(pk=other.pk).exists()
    assert [act["id"] for act in front_end.get("/me", **session).json()["acts"]] == [stubborn.pk]
    monkeypatch.undo()
    again = front_end.post("/me/erase", idempotency_key="0123456789", **session)
    assert again.json()["changed"] and not Supporter.objects.exists()


def test_what_is_asked_first_is_what_the_page_asks(client, front_end, page):
    signature = signed_by(page)
    token = token_for(front_end, DANA)
    session = session_of(front_end, token)
    for verb in ("withdraw", "erase"):
        path = f"/me/acts/petition/{signature.pk}/{verb}"
        asked = front_end.get(path, **session).json()
        client.cookies["campaign_me"] = session["authorization"].removeprefix("Bearer ")
        shown = page_text(client.get(url(f"me_{verb}", "petition", signature.pk)))
        client.cookies.clear()
        for line in (asked["heading"], asked["button"], *asked["consequences"]):
            assert " ".join(line.split()) in shown
    assert Signature.objects.get().state == "confirmed"
    for verb in ("confirm", "hide", "nonsense", "pk", "__class__"):
        path = f"/me/acts/petition/{signature.pk}/{verb}"
        assert front_end.get(path, **session).status_code == 404


def test_an_act_says_how_it_is_shown_and_how_it_could_be(front_end, page):
    signed_by(page, display="initial")
    signed_by(page, first_name="Mallory", confirmed=False)
    session = enter(front_end, DANA)
    second, first = front_end.get("/me", **session).json()["acts"]
    assert first["shown_as"] == "Dana A."
    assert [d["display"] for d in first["displays"]] == ["anonymous", "initial", "full"]
    assert first["displays"][2]["look"] == "Dana Akhmetova"
    assert second["displays"] == [] and second["shown_as"] == ""
    # What it says that can be done is where that is done.
    path = f"/me/acts/petition/{first['id']}/{first['verbs'][-2]}"
    assert path.endswith("show-as")
    assert front_end.post(path, {"display": "full"}, **session).json()["notice"] == "shown"
    assert "has signed the petition already" in second["explanations"][0]


def test_neither_door_takes_a_way_to_be_shown_that_it_does_not_offer(front_end, page, both):
    signature = signed_by(page, last_name="", display="anonymous")
    [act] = front_end.get("/me", **enter(front_end, DANA)).json()["acts"]
    assert [d["display"] for d in act["displays"]] == ["anonymous", "initial"]
    path, wish = f"petition/{signature.pk}", {"display": "full"}
    url_ = url("me_show_as", "petition", signature.pk)
    found, said = both(
        lambda client: client.post(url_, wish).url,
        lambda session: front_end.post(f"/me/acts/{path}/show-as", wish, **session),
    )
    assert found["Supporter"][0]["display"] == "anonymous"
    assert said["json"] in said["html"] and "Nothing was changed" in said["json"]


def test_a_long_list_comes_in_pages(front_end, page):
    for _ in range(25):
        signed_by(page, confirmed=False)
    session = enter(front_end, DANA)
    pages = [front_end.get(f"/me?page={n}", **session).json() for n in (1, 2, 9)]
    assert [(len(said["acts"]), said["page"], said["pages"]) for said in pages] == [
        (20, 1, 2),
        (5, 2, 2),
        (5, 2, 2),
    ]
    assert pages[0]["address"] == DANA and pages[0]["unlisted"] == 0
    for odd in ("0", "x", "9" * 30):
        answer = front_end.get(f"/me?page={odd}", **session)
        assert (answer.status_code, list(answer.json()["errors"])) == (422, ["page"])


def test_the_language_is_that_of_the_link_until_it_is_changed(front_end, page):
    signed_by(page)
    session = enter(front_end, DANA, "ru")
    answer = front_end.get("/me", **session)
    assert answer.headers["Content-Language"] == "ru"
    assert answer.json()["acts"][0]["noun"] == "Подпись"
    for wish, is_now in (("kk", "kk"), ("xx", "kk"), ("", "kk"), ("\0", "kk"), ("en", "en")):
        said = front_end.post("/me/language", {"language": wish}, **session)
        assert (said.status_code, said.json()) == (200, {"language": is_now})
        assert front_end.get("/me", **session).headers["Content-Language"] == is_now
    asked = front_end.get("/me", accept_language="kk", **session)
    assert asked.headers["Content-Language"] == "kk", "that of the request goes before"
    assert MagicLink.objects.get().language == "en"


def test_both_doors_mail_the_same_link(client, front_end, page):
    signed_by(page)

    def by_html():
        client.post(f"{ME}?language=ru", {"email": "DANA@example.org"})

    def by_json():
        front_end.post("/me/link", {"email": "DANA@example.org", "language": "ru"})

    assert left_by(by_html) == left_by(by_json)


@pytest.mark.parametrize("way", ["network", "trap", "address"])
def test_both_doors_refuse_the_same_askers(client, front_end, page, settings, way):
    signed_by(page)
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = (0, 60) if way == "network" else None
    settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = (0, 60) if way == "address" else None
    sent = {"email": DANA, "website": "x" if way == "trap" else ""}

    def by_html():
        assert client.post(ME, sent).status_code == (429 if way == "network" else 303)

    def by_json():
        answer = front_end.post("/me/link", sent)
        assert answer.status_code == (429 if way == "network" else 202)
        assert ("Retry-After" in answer.headers) == (way == "network")

    found = left_by(by_html)
    assert found == left_by(by_json)
    assert not found["MagicLink"]


def test_a_bad_connection_asks_and_comes_in_once(front_end, page):
    signed_by(page)
    for _ in range(3):
        front_end.post("/me/link", {"email": DANA}, idempotency_key="a-random-uuid")
    assert MagicLink.objects.count() == 1
    token = token_for(front_end, DANA)
    answers = [
        front_end.post("/me/session", {"token": token}, idempotency_key="b-random-uuid")
        for _ in range(2)
    ]
    assert answers[0].json() == answers[1].json()
    assert front_end.post("/me/session", {"token": token}).status_code == 410


def test_a_verb_that_comes_again_undoes_no_later_one(front_end, page):
    signature = signed_by(page, display="anonymous")
    session = enter(front_end, DANA)
    path = f"/me/acts/petition/{signature.pk}/show-as"
    key = {"idempotency_key": "a-random-uuid", **session}
    assert front_end.post(path, {"display": "full"}, **key).json()["changed"]
    assert front_end.post(path, {"display": "anonymous"}, **session).json()["changed"]
    assert front_end.post(path, {"display": "full"}, **key).json()["changed"] is False
    assert Signature.objects.get().public_name == ""


def test_nothing_personal_is_kept_by_a_cache(front_end, page):
    signature = signed_by(page)
    session = enter(front_end, DANA)
    for path in ("/me", "/me/data", "/me/erase", f"/me/acts/petition/{signature.pk}/erase"):
        answer = front_end.get(path, **session)
        assert answer.status_code == 200 and "no-store" in answer.headers["Cache-Control"], path


@pytest.mark.parametrize("value", [*NASTY, 1.5, None, True, [], [["a"]], {"a": 1}])
def test_nothing_sent_is_an_error_of_ours(front_end, page, value):
    signature = signed_by(page)
    session = enter(front_end, DANA)
    for path, body in (
        ("/me/link", {"email": value}),
        ("/me/link", {"email": DANA, "language": value}),
        ("/me/session", {"token": value}),
        ("/me/language", {"language": value}),
        (f"/me/acts/petition/{signature.pk}/show-as", {"display": value}),
        ("/me/link", value),
        ("/me/session", value),
    ):
        answer = front_end.post(path, body, **session)
        assert answer.status_code in (200, 202, 400, 404, 422, 429), path


@pytest.mark.parametrize(
    "path",
    [
        "/me/acts/petition/0/erase",
        "/me/acts/petition/999999/erase",
        f"/me/acts/petition/{'9' * 30}/erase",
        "/me/acts/%00/1/erase",
        "/me/acts/nothing/1/erase",
        "/me/acts/petition/1/%00",
        "/me/acts/petition/x/withdraw",
    ],
)
def test_what_was_never_there_is_not_here(front_end, page, path):
    signed_by(page)
    session = enter(front_end, DANA)
    for answer in (front_end.get(path, **session), front_end.post(path, **session)):
        assert answer.status_code in (404, 422)
