"""Lending a name by JSON: the same forms, rows and mails as from the page."""

import pytest
from django.core import mail
from django.utils import translation
from wagtail.models import PageViewRestriction

from tests.headless.same import left_by
from tests.hostile import NASTY
from tests.people import change as change_settings
from tests.people import link
from tests.sponsors.conftest import MP, PARTY
from tests.sponsors.people import counts, join, join_and_confirm, publish
from wagtail_campaign.sponsors.models import Sponsor

pytestmark = pytest.mark.django_db


def path(page, kind) -> str:
    return f"/sponsors/{page.pk}/join/{kind}"


def as_sent(typed, kind) -> dict:
    """What a program sends, which knows numbers."""
    return typed | {"members": 12000} if kind == "organisation" else typed


@pytest.fixture
def typed(person, organisation):
    """What each kind types."""
    return {"person": person, "organisation": organisation}


@pytest.mark.parametrize("kind", ["person", "organisation"])
@pytest.mark.parametrize("language", ["en", "kk"])
def test_both_doors_leave_the_same(client, front_end, pages, typed, kind, language):
    page = pages[language]
    consent = {f"consent_{w.purpose}": w.pk for w in page.consent_wordings()}
    sent = typed[kind] | consent | {"via": "poster"}

    def by_html():
        assert join(client, page, sent, kind).status_code == 303
        assert client.post(link(mail.outbox[-1])).status_code == 303

    def by_json():
        answer = front_end.post(path(page, kind), as_sent(sent, kind))
        assert (answer.status_code, answer.json()) == (202, {"next": "check_mail"})
        token = Sponsor.objects.get().token("confirm")
        assert front_end.get(f"/confirm/{token}").json()["awaits_review"]
        for _ in range(2):
            confirmed = front_end.post(f"/confirm/{token}").json()
            assert (confirmed["standing"], confirmed["awaits_review"]) == ("done", True)

    found = left_by(by_html)
    assert found == left_by(by_json)
    [row] = found["Sponsor"]
    assert (row["state"], row["source"], row["kind"]) == ("waiting", "poster", kind)
    assert len(found["mails"]) == 1 and len(found["Consent"]) == len(consent)


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_the_schema_says_all_that_is_needed_to_join(front_end, pages, typed, kind):
    form = front_end.get(f"/actions/{pages['ru'].pk}").json()["action"]["forms"][f"join_{kind}"]
    schema = form["schema"]
    assert form["method"] == "POST" and form["url"].endswith(path(pages["ru"], kind))
    assert set(schema["required"]) <= set(typed[kind])
    assert "website" not in schema["properties"], "the trap for robots"
    titles = [choice["title"] for choice in schema["properties"]["type"]["oneOf"]]
    assert ("Депутат" in titles) == (kind == "person")
    answer = front_end.client.post(
        form["url"], as_sent(typed[kind], kind), content_type="application/json"
    )
    assert answer.status_code == 202


def test_a_list_offers_the_forms_of_those_whom_it_takes(
    front_end, page, sponsor_list, organisation
):
    change_settings(sponsor_list, joins_organisations=False)
    forms = front_end.get(f"/actions/{page.pk}").json()["action"]["forms"]
    assert set(forms) == {"join_person"}
    answer = front_end.post(path(page, "organisation"), organisation)
    assert (answer.status_code, Sponsor.objects.count()) == (404, 0)
    assert answer.json()["type"].endswith(":unknown")


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_what_is_wrong_is_said_beside_its_field_in_the_readers_language(
    front_end, pages, typed, kind
):
    wrong = {"last_name": "", "email": "nobody", "type": PARTY if kind == "person" else MP}
    answer = front_end.post(path(pages["ru"], kind), typed[kind] | wrong, accept_language="kk")
    assert (answer.status_code, answer.headers["Content-Language"]) == (422, "kk")
    errors = answer.json()["errors"]
    assert set(errors) == set(wrong)
    assert errors == _errors_by_html(front_end.client, pages["kk"], typed[kind] | wrong, kind)
    assert not Sponsor.objects.exists() and mail.outbox == []


def _errors_by_html(client, page, typed, kind) -> dict:
    answer = join(client, page, typed, kind)
    form = next(c["form"] for c in answer.context if "form" in c and c["form"].is_bound)
    with translation.override(page.locale.language_code):
        return {name: list(said) for name, said in form.errors.items()}


def test_a_closed_list_takes_no_names(front_end, page, sponsor_list, person):
    change_settings(sponsor_list, state="closed")
    answer = front_end.post(path(page, "person"), person)
    assert (answer.status_code, answer.json()["action_status"]) == (409, "closed")
    assert front_end.get(f"/actions/{page.pk}").json()["action"]["forms"] == {}
    assert not Sponsor.objects.exists()


def test_a_page_for_some_only_is_not_there(front_end, page, person):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    for answer in (
        front_end.post(path(page, "person"), person),
        front_end.get(f"/sponsors/{page.pk}"),
        front_end.get(f"/actions/{page.pk}/tally"),
        front_end.get(f"/actions/{page.pk}/updates"),
    ):
        assert answer.status_code == 404
    assert not Sponsor.objects.exists()


def test_a_bad_connection_joins_once(front_end, page, person):
    for _ in range(3):
        answer = front_end.post(path(page, "person"), person, idempotency_key="a-random-uuid")
        assert answer.status_code == 202
    assert (Sponsor.objects.count(), len(mail.outbox)) == (1, 1)


def test_joining_twice_looks_like_the_first_time(client, front_end, page, sponsor_list, person):
    publish(join_and_confirm(client, page, person))
    answers = {front_end.post(path(page, "person"), person).content for _ in range(2)}
    assert answers == {front_end.post(path(page, "person"), person | {"email": "n@e.org"}).content}
    assert counts(sponsor_list)["persons"] == 1


ODD = [*NASTY, 1.5, -1, 10**30, True, False, None, [], ["a", "b"], [["a"]], {"a": 1}, [None]]


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_nothing_sent_is_an_error_of_ours(front_end, settings, page, typed, value):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = None
    more = {"speaks_for": "", "name_kk": "", "website": "", "via": "", "consent_news": ""}
    for kind in typed:
        for field in typed[kind] | more:
            answer = front_end.post(path(page, kind), typed[kind] | {field: value})
            assert answer.status_code in (202, 422), (kind, field)
    for sponsor in Sponsor.objects.all():
        for said in (sponsor.name, sponsor.role, sponsor.organisation, *sponsor.names.values()):
            assert said.isprintable() and len(said) <= 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b'"x"',
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b'{"\\ud800": [[1]]}',
        b'{"first_name": "\\ud800"}',
        b'{"members": 1' + b"0" * 5000 + b"}",
        b'{"members": NaN, "email": Infinity}',
        b'{"email": "a", "email": "b"}',
        b'{"' + b"x" * 100_000 + b'": [[1]]}',
    ],
    ids=range(14),
)
def test_no_body_is_an_error_of_ours(front_end, page, body):
    for kind in ("person", "organisation"):
        answer = front_end.post(path(page, kind), body)
        assert answer.status_code in (400, 413, 422)
        assert answer.json()["status"] == answer.status_code
    assert not Sponsor.objects.exists()


def test_who_comes_back_to_the_link_sees_that_an_editor_has_looked(client, front_end, page, person):
    token = join_and_confirm(client, page, person).token("confirm")
    assert front_end.get(f"/confirm/{token}").json()["awaits_review"]
    publish(Sponsor.objects.get())
    said = front_end.get(f"/confirm/{token}").json()
    assert (said["standing"], said["awaits_review"]) == ("done", False)
