"""Targets and embassies in a file: out, through a spreadsheet, and in again, all or nothing."""

import csv
import io
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.editors import editor, superuser, text
from tests.urgent_actions.admin.test_contacts import held  # noqa: F401
from wagtail_campaign.actions.reading import MOST_BYTES
from wagtail_campaign.urgent_actions.directory import reading
from wagtail_campaign.urgent_actions.directory import rows as directory
from wagtail_campaign.urgent_actions.directory.contacts import Contact
from wagtail_campaign.urgent_actions.directory.missions import Mission
from wagtail_campaign.urgent_actions.directory.targets import Target, TargetWords

IMPORT = "campaign_contacts:import"
RIGHTS = ("add_target", "change_target", "add_mission", "change_mission")


def upload(browser, content: str | bytes):
    """What an editor sees after having chosen a file."""
    content = content.encode() if isinstance(content, str) else content
    return browser.post(reverse(IMPORT), {"file": SimpleUploadedFile("targets.csv", content)})


def agree(browser, page):
    """The same after having said yes."""
    form = page.context["agreement"]
    sent = {name: form[name].value() for name in ("content", "agreed")}
    return browser.post(reverse(IMPORT), sent, follow=True)


def take_in(content, *rights):
    """Both; what the admin says in the end."""
    browser = editor(*(rights or RIGHTS))
    page = upload(browser, content)
    assert "agreement" in page.context, problems(page)
    return text(agree(browser, page))


def problems(page) -> list[tuple]:
    return [(found.row, found.column, found.said) for found in page.context.get("problems") or []]


def download(where: str, query="") -> bytes:
    answer = superuser().get(f"{reverse(f'campaign_{where}:export')}?{query}")
    return b"".join(answer.streaming_content)


def snapshot() -> list:
    """Everything that is known of all targets, without ids."""
    found = []
    for target in Target.objects.select_related("mission").order_by("key"):
        entry = directory.entry_of(target)
        found.append((entry, sorted(entry.words)))
    return found


ROW = "key,kind,country,reads,office_en,salutation_en,contact_1_way,contact_1_value\n"
GOOD = "kz-justice,target,KZ,kk ru,Ministry of Justice,Dear Minister,email,justice@example.org\n"


@pytest.fixture
def strange(ministry, embassy):
    """What spreadsheets and files make trouble with."""
    TargetWords.objects.create(
        target=ministry,
        language="de",
        office='=HYPERLINK("https://x.example")',
        name="'=1+1",
        salutation='-Sehr; geehrter, "Herr" Minister!',
        address="Straße 1\r\n10117 Berlin\r\n\r\nKASACHSTAN",
        sort_order=9,
    )
    Contact.objects.create(
        target=ministry,
        kind="phone",
        value="+7 7172 123456",
        source="'quoted'",
        verified_on=date(2025, 2, 28),
        state="wrong",
        sort_order=3,
    )
    Contact.objects.create(target=ministry, kind="post", sort_order=4)
    Target.objects.filter(pk=embassy.pk).update(is_active=False)
    return ministry, embassy


def test_what_goes_out_and_comes_in_again_changes_nothing(strange):
    before = snapshot()
    for where in ("targets", "missions"):
        page = upload(superuser(), download(where))
        plan = page.context["plan"]
        assert (plan.made, plan.changed, plan.unchanged) == ([], [], 1), plan
    assert snapshot() == before


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_empty_site_gets_the_same_from_the_file(strange, language, settings):
    before = snapshot()
    files = [download("targets"), download("missions")]
    if language == "ru":
        # What a spreadsheet in Russian saves.
        files = [again(file, ";") for file in files]
    Target.objects.all().delete()
    for file in files:
        assert "New: 1. Changed: 0" in take_in(file)
    assert snapshot() == before
    assert Mission.objects.get().covers == "AT LI"


def again(file: bytes, delimiter: str) -> bytes:
    lines = csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""))
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(lines)
    return out.getvalue().encode()


def test_no_cell_is_a_formula(strange):
    lines = csv.reader(io.StringIO(download("targets").decode("utf-8-sig")))
    cells = [cell for line in lines for cell in line if cell]
    assert "'+7 7172 123456" in cells and "''=1+1" in cells
    assert not [cell for cell in cells if re.match(r"\s*[=+\-@]", cell)]


def test_the_download_is_what_the_list_shows(home, ministry, embassy):
    assert b"Embassy in English" in download("missions", "host=DE")
    assert b"Embassy in English" not in download("missions", "host=FR")
    assert b"Ministry in English" in download("targets", "q=ministry@example.org")
    assert b"Ministry in English" not in download("targets", "q=nothing")
    entries = ModelLogEntry.objects.filter(action="campaign.export_targets")
    assert sorted(entry.data["count"] for entry in entries) == [0, 0, 1, 1]
    history = reverse("wagtailadmin_reports:site_history")
    assert "Exported 1 target" in text(superuser().get(history))


def test_nothing_is_done_before_the_editor_says_yes(db):
    browser = editor(*RIGHTS)
    page = upload(browser, ROW + GOOD)
    said = text(page)
    assert "New: 1. Changed: 0. As before: 0." in said and "Ministry of Justice" in said
    assert not Target.objects.exists()
    assert "New: 1." in text(agree(browser, page))
    target = Target.objects.get(key="kz-justice")
    assert target.languages == ["kk", "ru"] and target.contact("email").works
    entry = ModelLogEntry.objects.get(action="campaign.import_targets")
    assert (entry.user, entry.data, entry.label) == (
        browser.user,
        {"made": True},
        "Ministry of Justice",
    )


def test_the_preview_names_each_cell_that_changes(ministry):
    content = f"key,reads\n{ministry.key},en\n"
    page = upload(superuser(), content)
    [change] = page.context["plan"].changed
    assert change.cells == [("reads", "kk ru", "en")]
    assert "<code>reads</code>: kk ru → en" in text(page)
    words, contact = ministry.words.count(), ministry.contacts.get()
    take_in(content)
    ministry.refresh_from_db()
    assert ministry.reads == "en" and ministry.words.count() == words
    assert ministry.contacts.get() == contact


def test_what_isnt_in_the_file_stays(ministry, embassy):
    take_in(ROW + GOOD)
    assert Target.objects.count() == 3


def test_a_contact_stays_the_same_record_when_its_address_changes(ministry):
    contact = ministry.contacts.get()
    Contact.objects.update(state="refuses", refusal="SMTP 550")
    columns = "key,contact_1_way,contact_1_value,contact_2_way,contact_2_value"
    take_in(f"{columns}\n{ministry.key},phone,+7 701 1234567,email,new@example.org\n")
    contact.refresh_from_db()
    assert (contact.value, contact.state, contact.refusal) == ("new@example.org", "works", "")
    assert [c.kind for c in ministry.contacts.all()] == ["phone", "email"]


def test_letters_that_waited_go_on(held, ministry):  # noqa: F811
    columns = "key,contact_1_way,contact_1_value,contact_1_state"
    take_in(f"{columns}\n{ministry.key},email,new@example.org,works\n")
    held.refresh_from_db()
    assert held.delivery == "queued"


BAD = {
    "a country": ("KZ", "XX", (2, "country", "no code of a country")),
    "a country in words": ("KZ", "Kazakhstan", (2, "country", "no code of a country")),
    "no country": ("KZ", "", (2, "country", "missing")),
    "a language": ("kk ru", "qqq", (2, "reads", "no code of a language")),
    "a kind": ("target", "ministry", (2, "kind", "target, embassy, consulate, mission")),
    "no host": ("target", "embassy", (2, "host", "missing")),
    "no office": ("Ministry of Justice", "", (2, "office_en", "cannot be blank")),
    "a long office": ("Ministry of Justice", "x" * 201, (2, "office_en", "at most 200")),
    "an address": ("justice@example.org", "nobody", (2, "contact_1_value", "name@example.org")),
    "a way": (",email,", ",pigeon,", (2, "contact_1_way", "email, post")),
    "a key": ("kz-justice", "KZ justice!", (2, "key", "small Latin letters")),
    "what can't be seen": ("Dear", "De\x07ar", (2, "salutation_en", "can’t be seen")),
    "a cell too many": ("\n", ",more\n", (2, "", "more cells")),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_wrong_is_said_by_row_and_column(db, what):
    right, wrong, (row, column, words) = BAD[what]
    page = upload(superuser(), ROW + GOOD.replace(right, wrong))
    found = problems(page)
    assert [p for p in found if p[:2] == (row, column) and words in p[2]], found
    assert "Nothing was imported" in text(page) and "agreement" not in page.context


def test_one_bad_row_keeps_all_others_out(db):
    page = upload(
        superuser(), ROW + GOOD + "\n" + GOOD.replace("kz-justice", "b").replace("KZ", "X")
    )
    assert [problem[0] for problem in problems(page)] == [4]
    assert not Target.objects.exists()


def test_a_key_stands_in_one_row_only(db):
    [problem] = problems(upload(superuser(), ROW + GOOD + GOOD))
    assert problem == (3, "key", "Row 2 has the same key.")


@pytest.mark.parametrize(
    "heading, column, words",
    [
        (ROW.replace("country", "land"), "land", "no column of that name"),
        (ROW.replace("office_en", "office_qq"), "office_qq", "no code of a language"),
        (ROW.replace("kind", "reads"), "reads", "two columns"),
        (ROW.replace("contact_1_way", "contact_99_way"), "contact_99_way", "no column"),
    ],
)
def test_a_column_that_nobody_knows_is_named(db, heading, column, words):
    found = problems(upload(superuser(), heading + GOOD))
    assert [p for p in found if p[:2] == (1, column) and words in p[2]], found


@pytest.mark.parametrize(
    "content, words",
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        ((ROW + "а,б").encode("cp1251"), "UTF-8"),
        ((ROW + GOOD).encode("utf-16"), "UTF-8"),
        ((ROW + '"not closed').encode(), "quotation mark"),
        (b"x" * (MOST_BYTES + 1), "larger than 1 MB"),
        ((ROW + "a,\n" * 2001).encode(), "2,000 rows"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "UTF-8"),
        (ROW.encode() + b"a\x00b,target\n", "can’t be seen"),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(db, content, words):
    page = upload(superuser(), content)
    assert page.status_code == 200 and words in text(page)
    assert "<code></code>" not in text(page)
    assert "agreement" not in page.context


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_files_of_all_spreadsheets_are_read(mark, delimiter, end, db):
    content = (mark + ROW + GOOD).replace(",", delimiter).replace("\n", end)
    assert reading.read(content.encode()) == reading.read((ROW + GOOD).encode())


def test_a_day_may_be_as_a_russian_spreadsheet_writes_it(db):
    content = ROW.strip() + ",contact_1_verified\n" + GOOD.strip() + ",31.05.2026\n"
    take_in(content)
    assert Contact.objects.get().verified_on == date(2026, 5, 31)
    wrong = content.replace("31.05.2026", "5/31/26")
    [problem] = problems(upload(superuser(), wrong))
    assert problem[1] == "contact_1_verified" and "2026-05-31" in problem[2]


def test_a_target_cant_become_an_embassy(ministry, embassy):
    found = problems(upload(superuser(), f"key,kind,host\n{ministry.key},embassy,DE\n"))
    assert [p for p in found if p[1] == "kind" and "can’t become" in p[2]]
    take_in(f"key,kind\n{embassy.key},consulate\n")
    assert Mission.objects.get().kind == "consulate"


def test_each_row_needs_its_right(ministry, embassy):
    def said(content, *rights):
        return problems(upload(editor(*rights), content))

    assert not said(ROW + GOOD, "add_target")
    assert said(ROW + GOOD, "change_target", "add_mission")
    assert not said(f"key,reads\n{ministry.key},en\n", "change_target")
    assert said(f"key,reads\n{ministry.key},en\n", "add_target", "change_mission")
    assert said(f"key,reads\n{embassy.key},en\n", "change_target")
    # What changes nothing needs none.
    assert not said(f"key,reads\n{embassy.key},en ru\n", "change_target")


def test_the_pages_are_closed_to_others(ministry):
    browser = editor("delete_target", "view_letter", "change_person")
    assert browser.get(reverse(IMPORT)).status_code == 302
    other = editor("change_mission")
    assert other.get(reverse("campaign_targets:export")).status_code == 302
    assert not ModelLogEntry.objects.filter(action="campaign.export_targets").exists()


def test_who_agreed_to_something_else_looks_once_more(ministry):
    browser = superuser()
    page = upload(browser, f"key,reads\n{ministry.key},en\n")
    Target.objects.filter(pk=ministry.pk).update(reads="de")
    again = agree(browser, page)
    assert "Something has changed meanwhile" in text(again)
    ministry.refresh_from_db()
    assert ministry.reads == "de"
    assert "New: 0. Changed: 1." in text(agree(browser, again))


def test_a_yes_without_a_file_is_none(db):
    for content in ("", "no base64!", "eA=="):
        answer = superuser().post(reverse(IMPORT), {"content": content, "agreed": "x" * 64})
        assert answer.status_code == 200
    assert not Target.objects.exists()
