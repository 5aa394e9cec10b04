"""Editors export signatures, and hand over the names of those who agreed."""

import tracemalloc

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from tests.editors import ALL_RIGHTS, editor, superuser, table
from tests.people import signature_of
from wagtail_campaign.actions import exporting, spreadsheets
from wagtail_campaign.petitions import moderation, services
from wagtail_campaign.petitions.admin import export
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters.models import Consent, ConsentWording, Purpose

EXPORT = reverse("campaign_signatures:export")


@pytest.fixture
def wordings(page):
    """The boxes of the page: {purpose: id}."""
    words = page.consent_wordings()
    ConsentWording.objects.bulk_create(words, ignore_conflicts=True)
    return {wording.purpose: wording.pk for wording in words}


@pytest.fixture
def dana(page, wordings):
    return signature_of(
        page,
        display="initial",
        comment="First line\nsecond; line",
        ticked=[wordings[Purpose.UPDATES]],
    )


def named(rows):
    """The rows as dictionaries by heading."""
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def hand_over(petition):
    return reverse("campaign_petitions:hand_over", args=[petition.pk])


def test_an_export_holds_what_was_typed_and_agreed_to(dana):
    response = superuser().get(EXPORT)
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "no-store" in response.headers["Cache-Control"]
    [row] = named(table(response))
    assert row["Petition"] == "Free the strikers"
    assert (row["First name"], row["Last name"]) == ("Dana", "Akhmetova")
    assert (row["E-mail"], row["Country"]) == ("dana@example.org", "Kazakhstan")
    assert row["Comment"] == "First line\nsecond; line"
    assert row["Public name"] == "Dana A."
    assert row["State"] == "Confirmed"
    today = f"{timezone.localtime():%Y-%m-%d}"
    assert row["Signed"].startswith(today) and row["Confirmed"].startswith(today)
    assert row["Consent: Updates on this action"].startswith(today)
    assert row["Consent: News of the campaign"] == ""


def test_excel_is_told_that_it_is_unicode(dana):
    content = b"".join(superuser().get(EXPORT).streaming_content)
    assert content.startswith("\ufeff".encode())


def test_a_consent_that_was_withdrawn_says_so(dana):
    Consent.objects.update(withdrawn_at=timezone.now())
    [row] = named(table(superuser().get(EXPORT)))
    assert row["Consent: Updates on this action"].startswith("withdrawn ")


@pytest.mark.parametrize(
    "typed",
    ["=1+1", "+7 701", "-1", "@SUM(A1)", "  =cmd|' /C calc'!A0", "\u00a0=1", "＝1", "\u3000+1"],
)
def test_no_cell_starts_a_formula(page, typed):
    signature_of(page, first_name=typed, comment=typed, organisation=typed, display="full")
    [row] = named(table(superuser().get(EXPORT)))
    for cell in ("First name", "Comment", "Organisation"):
        assert row[cell] == f"'{typed}"
    assert row["Public name"].startswith("'")


@pytest.mark.parametrize("typed", ["\t=1", "\r=1", "\n=1", "\t1"])
def test_no_control_character_starts_a_cell(typed):
    assert spreadsheets.safe(typed) == f"'{typed}"


@pytest.mark.parametrize("typed", ["Дана", "O'Neill", "a=b", "1 – 2", ""])
def test_ordinary_words_stay_as_they_are(typed):
    assert spreadsheets.safe(typed) == typed


def test_separators_of_other_spreadsheets_stay_inside_their_cell(page):
    signature_of(page, organisation='Union; "=1+1", 5')
    content = b"".join(superuser().get(EXPORT).streaming_content).decode()
    assert '"Union; ""=1+1"", 5"' in content


def test_the_export_is_narrowed_down_as_the_list_is(page, dana):
    signature_of(page, confirmed=False, email="later@example.org")
    browser = superuser()
    assert len(table(browser.get(EXPORT))) == 3
    rows = named(table(browser.get(EXPORT, {"state": "pending"})))
    assert [row["E-mail"] for row in rows] == ["later@example.org"]
    [entry, _] = ModelLogEntry.objects.filter(action="campaign.export").order_by("-pk")
    assert entry.data["filters"] == {"state": "pending"}
    assert entry.data["count"] == 1


def test_the_log_says_the_filter_in_the_readers_words(petition):
    chosen = {"state": "confirmed", "country": "KZ", "language": "ru", "petition": petition.pk}
    superuser().get(EXPORT, chosen)
    entries = ModelLogEntry.objects.filter(action="campaign.export")
    said = entries.get().message
    assert said.endswith("(State: Confirmed, Language: Russian, Country: Kazakhstan)")
    with translation.override("ru"):
        said = entries.get().message
    assert said.endswith("(Состояние: Подтверждено, Язык: русский, Страна: Казахстан)")


def test_the_log_says_who_exported_what_without_naming_anybody(page, petition, dana):
    browser = editor("export_signature", "view_personal_data", edits=[page])
    browser.get(EXPORT, {"petition": petition.pk, "created_at_from": "2026-01-01"})
    [entry] = ModelLogEntry.objects.filter(action="campaign.export")
    assert (entry.user, entry.object_id) == (browser.user, str(petition.pk))
    assert entry.message == "Exported signatures with names and addresses (Signed: 2026-01-01–)"
    assert "dana" not in str([entry.label, entry.data]).lower()


def test_without_the_right_to_personal_data_nobody_is_named(page, dana):
    browser = editor("export_signature", edits=[page])
    [row] = named(table(browser.get(EXPORT)))
    assert list(row) == [
        "Number",
        "Petition",
        "Signed",
        "Confirmed",
        "State",
        "Language",
        "Country",
        "Public name",
        "Source",
    ]
    assert "dana@example.org" not in row.values()


def test_a_name_that_is_not_public_any_more_isnt_exported_as_one(page, petition, dana):
    browser = editor("export_signature", edits=[page])
    [row] = named(table(browser.get(EXPORT)))
    assert row["Public name"] == "Dana A."
    moderation.invalidate(petition, [dana.pk], "A bot", browser.user)
    [row] = named(table(browser.get(EXPORT)))
    assert row["Public name"] == ""


def test_an_editor_exports_her_own_petition_only(pages, dana):
    translator = editor(*ALL_RIGHTS, edits=[pages["ru"]])
    assert len(table(translator.get(EXPORT))) == 1
    assert len(table(editor(*ALL_RIGHTS, edits=[pages["en"]]).get(EXPORT))) == 2


def test_without_the_right_to_export_there_is_none(page, petition, dana):
    browser = editor("view_personal_data", "moderate_signature", "view_numbers", edits=[page])
    for url in (EXPORT, hand_over(petition)):
        assert browser.get(url).url == reverse("wagtailadmin_home")
    assert not ModelLogEntry.objects.filter(action__startswith="campaign.").exists()


def test_an_erased_signature_is_exported_without_the_person(dana):
    services.erase(dana)
    [row] = named(table(superuser().get(EXPORT)))
    assert (row["First name"], row["E-mail"], row["Public name"]) == ("", "forgotten", "")
    assert row["State"] == "Confirmed"
    assert row["Signed"] == row["Confirmed"] == f"{timezone.now():%Y-%m}"


def test_headings_and_words_are_the_editors_own(dana):
    browser = superuser()
    UserProfile.objects.create(user=browser.user, preferred_language="ru")
    rows = table(browser.get(EXPORT), delimiter=";")
    assert "Казахстан" in rows[1]
    with translation.override("ru"):
        assert rows[0] == next(export.signatures(Signature.objects.none(), personal=True))


def test_the_hand_over_names_those_who_agreed_and_counts_the_rest(page, petition, wordings):
    agreed = [wordings[Purpose.HANDOVER]]
    signature_of(page, ticked=agreed, organisation="Oil workers' union", comment="Free them")
    signature_of(page, email="b@example.org", first_name="Silent")
    withdrew = signature_of(page, email="c@example.org", first_name="Withdrew", ticked=agreed)
    Consent.objects.filter(supporter=withdrew.supporter_id).update(withdrawn_at=timezone.now())
    gone = signature_of(page, email="d@example.org", first_name="Gone", ticked=agreed)
    services.withdraw(gone)
    bot = signature_of(page, email="e@example.org", first_name="Bot", ticked=agreed)
    browser = superuser()
    moderation.invalidate(petition, [bot.pk], "A bot", browser.user)
    signature_of(page, False, email="f@example.org", first_name="Unconfirmed", ticked=agreed)
    rows = table(browser.get(hand_over(petition)))
    assert rows == [
        ["Name", "Country", "Organisation", "Comment"],
        ["Dana Akhmetova", "Kazakhstan", "Oil workers' union", "Free them"],
        ["and 2 more who signed and did not hand over their names", "", "", ""],
    ]
    [entry] = ModelLogEntry.objects.filter(action="campaign.hand_over")
    assert (entry.user, entry.object_id) == (browser.user, str(petition.pk))


def test_a_hand_over_of_ones_own_petition_only(pages, petition, dana):
    refused = editor(*ALL_RIGHTS, edits=[pages["ru"]]).get(hand_over(petition))
    assert refused.url == reverse("wagtailadmin_home")
    nameless = editor("export_signature", edits=[pages["en"]]).get(hand_over(petition))
    assert nameless.url == reverse("wagtailadmin_home")
    assert editor(*ALL_RIGHTS, edits=[pages["en"]]).get(hand_over(petition)).status_code == 200


def many_signatures(petition, number):
    Signature.objects.bulk_create(
        [
            Signature(petition=petition, state="confirmed", language="en", public_name="Somebody")
            for _ in range(number)
        ],
        batch_size=2000,
    )


def test_a_batch_more_is_a_row_more_and_none_is_lost(petition):
    many_signatures(petition, exporting.BATCH + 1)
    rows = table(superuser().get(EXPORT))
    numbers = [int(row[0]) for row in rows[1:]]
    assert numbers == sorted(set(numbers)) and len(numbers) == exporting.BATCH + 1


def test_memory_doesnt_grow_with_the_number_of_rows(petition):
    def peak():
        tracemalloc.start()
        for _line in spreadsheets.csv_response(
            export.signatures(Signature.objects.all(), True), "x"
        ):
            pass
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    many_signatures(petition, 2 * exporting.BATCH)
    peak()
    small = peak()
    many_signatures(petition, 6 * exporting.BATCH)
    assert peak() < small * 1.5
