"""Taking everything along, and leaving nothing behind."""

import json
from datetime import datetime

import pytest
from django.apps import apps
from django.core import mail
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import questions
from tests.people import count, sign
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters import acts, addresses, consents
from wagtail_campaign.supporters.models import Consent, MagicLink, Supporter

from .visits import ME, act_url, ask, enter, page_text, signed_by, url, work_off

pytestmark = pytest.mark.django_db

TYPED = {
    "first_name": "Zhuldyzai",
    "last_name": "Qarlyghash",
    "email": "zhuldyz@mail.example",
    "country": "KZ",
    "postcode": "R00H5A9",
    "organisation": "Oil workers of Aqsai",
    "comment": "Bostandyq for all of them",
    "display": "full",
}
ADDRESS = TYPED["email"]


@pytest.fixture(autouse=True)
def many_mails(settings):
    settings.WAGTAIL_CAMPAIGN_MAILS_PER_ADDRESS = 100


@pytest.fixture
def ticked(page):
    consents.keep_wordings(page.consent_wordings())
    return [wording.pk for wording in page.consent_wordings()]


@pytest.fixture
def other(page):
    """Somebody else, of whom everything has to stay."""
    return signed_by(page, email="other@example.org", first_name="Other", display="full")


def whole_database() -> str:
    """Every value of every column of every table, as text."""
    rows = []
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.values():
            rows.append(f"{model._meta.label}: {json.dumps(row, cls=Readable, ensure_ascii=False)}")
    return "\n".join(rows)


class Readable(DjangoJSONEncoder):
    def default(self, value):
        try:
            return super().default(value)
        except TypeError:
            return str(value)


def test_the_file_holds_everything_that_was_stored(client, page, ticked, other):
    signature = signed_by(page, ticked=ticked, **TYPED)
    signed_by(page, confirmed=False, ticked=ticked[:1], **TYPED)
    enter(client, ADDRESS)
    response = client.get(url("me_data"))
    assert response.headers["Content-Disposition"] == 'attachment; filename="my-data.json"'
    assert response.headers["Content-Type"] == "application/json"
    data = json.loads(response.content)
    assert set(data) == {"format", "made_at", "acts", "links"}
    assert data["format"] == "wagtail-campaign/1"
    assert len(data["links"]) == 1 and data["links"][0]["used_at"]
    pending, confirmed = data["acts"]
    assert (confirmed["kind"], confirmed["id"]) == ("petition", signature.pk)
    assert confirmed["page"] == {
        "title": "Free the strikers",
        "url": page.full_url,
        "language": "en",
    }
    typed = {k: v for k, v in TYPED.items() if k != "display"}
    assert typed.items() <= confirmed["supporter"].items()
    assert confirmed["supporter"]["shown_as"] == "full"
    assert confirmed["supporter"]["address_key_id"] == addresses.writing_key_id()
    assert confirmed["record"]["state"] == "confirmed"
    assert confirmed["record"]["public_name"] == "Zhuldyzai Qarlyghash"
    words = {consent["purpose"]: consent["wording"] for consent in confirmed["consents"]}
    assert words == {wording.purpose: wording.text for wording in page.consent_wordings()}
    assert all(consent["given_at"] for consent in confirmed["consents"])
    assert confirmed["ticked"] == []
    assert [wording["wording"] for wording in pending["ticked"]] == [
        page.consent_wordings()[0].text
    ]
    kinds = {sent["kind"] for act in data["acts"] for sent in act["mails"]}
    assert "supporters.magic_link" in kinds
    assert datetime.fromisoformat(confirmed["record"]["confirmed_at"]).tzinfo
    text = response.content.decode()
    assert "other@example.org" not in text
    for secret in [signature.nonce, signature.dedupe_key, addresses.email_key(ADDRESS)]:
        assert secret not in text


def test_every_column_with_personal_data_is_in_the_file(client, page):
    """A new field of a Supporter has to be put into the download, or be named here."""
    signed_by(page, **TYPED)
    enter(client, ADDRESS)
    [act] = json.loads(client.get(url("me_data")).content)["acts"]
    elsewhere = {
        "id": "the record has a number of its own",
        "email_key": "a fingerprint: its key's id is there",
        "ticked": "as wordings, beside it",
        "answers": "with their questions, beside it",
        "page": "beside it",
        "display": "as shown_as",
        "key_id": "as address_key_id",
        "revision_id": "as page_revision",
    }
    columns = {field.name for field in Supporter._meta.fields}
    assert columns - set(elsewhere) == set(act["supporter"]) - {
        "shown_as",
        "address_key_id",
        "page_revision",
    }


@pytest.mark.parametrize("language", ["en", "ru"])
def test_answers_are_seen_and_taken_along_with_their_questions(client, pages, language):
    page = questions.ask(pages["en"])
    town = questions.asked(page, "Which town?").uuid
    helps = questions.asked(page, "How to help?")
    signed_by(page, **TYPED, answers={town: "Aqsai", helps.uuid: [helps.choices[1][0]]})
    # The page that asked is written anew; what it asked stays known.
    page.questions = []
    questions.publish(page)
    assert "Which town? Aqsai" in enter(client, ADDRESS)
    [act] = json.loads(client.get(url("me_data"), {"language": language}).content)["acts"]
    assert act["answers"] == [
        {"question": "Which town?", "answers": ["Aqsai"]},
        {"question": "How to help?", "answers": ["Print"]},
    ]


def test_the_questions_of_many_acts_are_looked_up_at_once(client, page, home):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            listed = acts.of([addresses.email_key(ADDRESS)])
            assert all(act.answers for act in listed)
        return len(captured)

    questions.ask(page)
    town = questions.asked(page, "Which town?").uuid
    signed_by(page, **TYPED, answers={town: "Aqsai"})
    one = queries()
    copy = page.copy(update_attrs={"slug": "copy"})
    questions.publish(copy)
    signed_by(copy, **TYPED, answers={town: "Aqsai"})
    assert queries() == one


def test_erasing_everything_leaves_nothing_of_her_anywhere(
    client, page, petition, ticked, other, clock
):
    signed_by(page, ticked=ticked, **TYPED)
    sign(client, page, TYPED | {"email": "ZHULDYZ@mail.example", "first_name": "Zhuldyzai"})
    ask(client, ADDRESS)
    enter(client, ADDRESS)
    before = whole_database()
    for trace in [*TYPED.values(), addresses.email_key(ADDRESS)]:
        assert trace in before
    assert count(petition) == 2
    question = page_text(client.get(url("me_erase_all")))
    assert "still counts" in question and "not confirmed nothing stays" in question
    assert Supporter.objects.count() == 3, "asking changes nothing"
    response = client.post(url("me_erase_all"))
    assert response.status_code == 303
    assert response.cookies["campaign_me"].value == ""
    assert "destroyed" in page_text(client.get(response.url))
    after = whole_database().splitlines()
    traces = {TYPED[name] for name in TYPED if name not in {"country", "display"}}
    traces |= {"zhuldyz", "Qarlygh", addresses.dedupe_key(petition.key, ADDRESS)}
    for trace in traces:
        assert [line for line in after if trace.casefold() in line.casefold()] == []
    # For a day the fingerprint stays on the mails that count for the limit, and nowhere else.
    key = addresses.email_key(ADDRESS)
    assert {line.split(":")[0] for line in after if key in line} <= {"wagtail_campaign.Mail"}
    assert count(petition) == 2, "the count stays"
    assert [kept.email for kept in Supporter.objects.all()] == ["other@example.org"]
    mails = Mail.objects.exclude(supporter=None)
    assert set(mails.values_list("supporter__email", flat=True)) == {"other@example.org"}
    assert not Consent.objects.exists() and not MagicLink.objects.exists()
    assert not client.cookies["campaign_me"].value
    assert "Send me the link" in page_text(client.get(ME))
    mail.outbox.clear()
    ask(client, ADDRESS)
    assert not mail.outbox, "the address is unknown now"
    clock.forward(days=1, minutes=1)
    work_off()
    assert key not in whole_database()


def test_of_an_erased_signature_country_and_month_stay(client, page, petition):
    signature = signed_by(page, **TYPED)
    enter(client, ADDRESS)
    client.post(act_url("erase", signature))
    kept = Signature.objects.get()
    assert (kept.state, kept.country, kept.language) == ("confirmed", "KZ", "en")
    assert (kept.supporter, kept.dedupe_key, kept.nonce, kept.key_id) == (None, None, "", "")
    for moment in [kept.created_at, kept.confirmed_at]:
        assert (moment.day, moment.hour, moment.minute) == (1, 0, 0)
    assert "Supporter (Kazakhstan)" in page_text(client.get(page.url))
    signed_by(page, **TYPED)
    assert count(petition) == 2, "signing again counts anew"


def test_erasing_the_last_act_ends_the_session(client, page):
    first, second = signed_by(page, **TYPED), signed_by(page, confirmed=False, **TYPED)
    enter(client, ADDRESS)
    response = client.post(act_url("erase", first))
    assert response.url == f"{ME}?say=erased"
    assert Supporter.objects.count() == 1
    response = client.post(act_url("erase", second))
    assert response.url == f"{url('me_erased')}?language=en"
    assert response.cookies["campaign_me"].value == ""
    assert not MagicLink.objects.exists()


class KeptByLaw(acts.Act):
    """An act of another slice that says no: here, a signature seen as a donation."""

    slice = "donation"
    noun = "Donation"
    refusals = {
        acts.CONFIRM: "",
        acts.SHOW_AS: "",
        acts.WITHDRAW: "A donation is given back by hand: write to us.",
        acts.ERASE: "The law makes us keep receipts for ten years.",
    }
    state = "Received"

    @classmethod
    def records(cls, email_keys):
        records = Signature.objects.filter(supporter__email_key__in=email_keys)
        return records.select_related("supporter", "page__locale")

    def data(self):
        return {"amount": "10.00"}


@pytest.fixture
def donations(monkeypatch):
    monkeypatch.setattr(acts, "_slices", {KeptByLaw.slice: KeptByLaw})


def test_another_slice_says_what_it_must_keep_and_why(client, page, donations):
    signature = signed_by(page, **TYPED)
    text = enter(client, ADDRESS)
    assert "Donation" in text and "keep receipts for ten years" in text
    assert "Erase…" not in text and "Withdraw…" not in text
    assert client.post(url("me_erase", "donation", signature.pk)).url == f"{ME}?say=unchanged"
    assert "keep receipts for ten years" in page_text(client.get(url("me_erase_all")))
    client.post(url("me_erase_all"))
    signature.refresh_from_db()
    assert signature.supporter.email == ADDRESS
    assert "Send me the link" in page_text(client.get(ME)), "the session has ended all the same"
