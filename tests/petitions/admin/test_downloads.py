"""Exports as XLSX: at once while they are short, in the background where they are long."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from tests.editors import editor, superuser, table, text
from tests.people import signature_of
from tests.questions import ask
from tests.supporters.visits import work_off
from wagtail_campaign.actions import spreadsheets
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions import exports
from wagtail_campaign.petitions.admin import background, downloads
from wagtail_campaign.petitions.exports import Export, ExportPart

pytestmark = pytest.mark.django_db

CSV = reverse("campaign_signatures:export")
XLSX = reverse("campaign_signatures:export_xlsx")
EXPORTS = reverse("campaign_signatures:exports")
RIGHTS = ("export_signature", "view_personal_data")


def sheets(response) -> list[list[list[str]]]:
    """The rows of each sheet of an XLSX download."""
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    return [[[cell or "" for cell in row] for row in sheet.values] for sheet in book]


@pytest.fixture
def people(page):
    for number in range(5):
        signature_of(page, email=f"{number}@example.org", comment="=1+1", via="vk")


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(downloads, "MOST_AT_ONCE", 3)


def test_xlsx_has_the_same_rows_as_csv(people):
    browser = superuser()
    [rows] = sheets(browser.get(XLSX))
    assert rows == table(browser.get(CSV))
    assert len(rows) == 6
    assert "vk" in rows[1] and "'=1+1" in rows[1]


def test_nothing_in_it_is_a_formula(people):
    book = load_workbook(io.BytesIO(b"".join(superuser().get(XLSX).streaming_content)))
    assert {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row} <= {
        "s",
        "inlineStr",
        "n",
    }


def test_an_empty_list_has_a_heading(page):
    [rows] = sheets(superuser().get(XLSX))
    assert len(rows) == 1


def test_more_than_a_sheet_takes_goes_on_the_next(people, monkeypatch):
    monkeypatch.setattr(spreadsheets, "ROWS_A_SHEET", 2)
    pages = sheets(superuser().get(XLSX))
    assert [len(rows) for rows in pages] == [3, 3, 2]
    assert len({tuple(rows[0]) for rows in pages}) == 1


def test_a_long_one_is_asked_about_and_made_by_campaign_work(people, few):
    browser = superuser()
    asked = text(browser.get(f"{XLSX}?language=en"))
    assert "It has more than 3 rows." in asked and not Export.objects.exists()
    told = text(browser.post(f"{XLSX}?language=en", follow=True))
    assert "It is being made." in told and "Waiting" in told and "Not ready yet" in told
    assert work_off()["exports made"] == 1
    assert "Download (XLSX)" in text(browser.get(EXPORTS))
    found = Export.objects.get()
    assert (found.done, found.total) == (5, 5)
    [rows] = sheets(browser.get(reverse("campaign_signatures:fetch", args=[found.pk])))
    assert len(rows) == 6
    assert ModelLogEntry.objects.get(action="campaign.export").data["count"] == 5


def test_it_is_made_by_the_filter_that_was_asked_for(pages, people, few):
    for number in range(4):
        signature_of(pages["ru"], email=f"ru{number}@example.org")
    browser = superuser()
    browser.post(f"{XLSX}?language=ru")
    work_off()
    [rows] = sheets(
        browser.get(reverse("campaign_signatures:fetch", args=[Export.objects.get().pk]))
    )
    assert [row[5] for row in rows[1:]] == ["ru"] * 4


def test_it_speaks_the_language_of_who_asked(people, few):
    browser = superuser()
    browser.post(XLSX)
    Export.objects.update(language="ru", time_zone="Asia/Almaty")
    work_off()
    [rows] = sheets(
        browser.get(reverse("campaign_signatures:fetch", args=[Export.objects.get().pk]))
    )
    assert "Петиция" in rows[0]


def test_a_file_is_kept_in_parts_and_for_a_day(people, few, clock, monkeypatch):
    monkeypatch.setattr(exports, "PART", 1000)
    browser = superuser()
    browser.post(XLSX)
    work_off()
    assert ExportPart.objects.count() > 3
    url = reverse("campaign_signatures:fetch", args=[Export.objects.get().pk])
    [rows] = sheets(browser.get(url))
    assert len(rows) == 6
    clock.forward(hours=25)
    assert work_off()["exports deleted"] == 1
    assert not Export.objects.exists() and not ExportPart.objects.exists()
    assert browser.get(url, follow=True).status_code == 404


def test_nobody_fetches_what_another_asked_for(people, few):
    superuser().post(XLSX)
    work_off()
    url = reverse("campaign_signatures:fetch", args=[Export.objects.get().pk])
    assert superuser().get(url, follow=True).status_code == 404
    assert "Download (XLSX)" not in text(superuser().get(EXPORTS))


def test_who_lost_the_right_lost_the_file(page, people, few):
    browser = editor(*RIGHTS, edits=[page])
    browser.post(XLSX)
    work_off()
    url = reverse("campaign_signatures:fetch", args=[Export.objects.get().pk])
    assert browser.get(url).status_code == 200
    group = browser.user.groups.get()
    group.permissions.remove(*group.permissions.filter(codename="view_personal_data"))
    assert browser.get(url).status_code == 302


@pytest.mark.parametrize("query", ["", "?petition={}"])
def test_who_lost_the_page_lost_the_file_of_it(page, petition, people, few, home, query):
    other = home.add_child(instance=PetitionPage(title="A lawyer in prison", slug="lawyer"))
    browser = editor(*RIGHTS, edits=[page, other])
    browser.post(f"{XLSX}{query.format(petition.pk)}")
    work_off()
    url = reverse("campaign_signatures:fetch", args=[Export.objects.get().pk])
    permissions = browser.user.groups.get().page_permissions
    permissions.filter(page=other).delete()
    assert browser.get(url).status_code == (200 if query else 302)
    permissions.all().delete()
    assert browser.get(url).status_code == 302


def test_a_petition_that_is_gone_keeps_nobody_from_the_file(page, people, few, home):
    other = home.add_child(instance=PetitionPage(title="A lawyer in prison", slug="lawyer"))
    browser = editor(*RIGHTS, edits=[page, other])
    browser.post(XLSX)
    work_off()
    other.get_action().delete()
    url = reverse("campaign_signatures:fetch", args=[Export.objects.get().pk])
    assert browser.get(url).status_code == 200


def test_an_editor_gets_the_petitions_that_are_theirs(page, people, few, home):
    browser = editor(*RIGHTS, edits=[page])
    browser.post(XLSX)
    group = browser.user.groups.get()
    group.page_permissions.all().delete()
    work_off()
    [rows] = sheets(
        browser.get(reverse("campaign_signatures:fetch", args=[Export.objects.get().pk]))
    )
    assert len(rows) == 1


def test_what_broke_off_is_begun_anew(people, few, clock, monkeypatch):
    browser = superuser()
    browser.post(XLSX)

    def die(*args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Export, "keep", die)
        work_off()
    assert Export.objects.get().state == "running"
    assert work_off()["exports made"] == 0
    clock.forward(minutes=6)
    assert work_off()["exports made"] == 1


def test_what_fails_says_so(people, few, monkeypatch, caplog):
    browser = superuser()
    browser.post(XLSX)

    def fail(*args):
        raise OSError("disk full")

    monkeypatch.setattr(background.spreadsheets, "write_xlsx", fail)
    assert work_off()["exports made"] == 0
    assert "Something went wrong." in text(browser.get(EXPORTS))
    assert "could not be made" in caplog.text


@pytest.mark.parametrize("url", [CSV, XLSX, EXPORTS])
def test_who_may_not_export_gets_nothing(page, people, url):
    browser = editor("view_personal_data", "moderate_signature", edits=[page])
    assert browser.get(url).status_code == 302


def test_an_odd_filter_exports_nothing(people):
    [rows] = sheets(superuser().get(f"{XLSX}?petition=999999&created_at_from=x"))
    assert len(rows) == 1


def test_the_file_says_the_day_it_was_asked_for(people, few):
    browser = superuser()
    browser.post(XLSX)
    work_off()
    Export.objects.update(created_at=timezone.now() - timedelta(hours=23))
    answer = browser.get(reverse("campaign_signatures:fetch", args=[Export.objects.get().pk]))
    day = timezone.localdate(timezone.now() - timedelta(hours=23))
    assert f"signatures-{day:%Y-%m-%d}.xlsx" in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]


def test_a_control_character_in_a_question_spoils_no_file(page):
    ask(page, [("text", {"label": "Which\x0btown?"})])
    signature_of(page)
    [rows] = sheets(superuser().get(XLSX))
    assert rows[0][-1] == "Whichtown?"


def test_what_is_made_later_is_what_the_log_says(people, few, petition):
    """Else who pads the address has all exported, and one country logged."""
    address = f"{XLSX}?x={'y' * 600}&q=a@example.org&country=DE&created_at_from=2026-01-01"
    superuser().post(address)
    export, entry = Export.objects.get(), ModelLogEntry.objects.get(action="campaign.export")
    assert export.filters == "country=DE&created_at_from=2026-01-01&created_at_to="
    assert entry.data["filters"] == {"country": "DE", "created_at": "2026-01-01–"}
    assert export.total == background.filters_of(export).signatures().count() == 0


def test_an_odd_filter_is_not_exported(people, few):
    assert superuser().post(f"{XLSX}?country=nowhere", follow=True).status_code == 404
    assert not Export.objects.exists()
