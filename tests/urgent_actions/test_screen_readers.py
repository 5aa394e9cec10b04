"""What a screen reader says of the pages of an urgent action: in which voice, and of slips."""

import re

import pytest

from tests.people import change
from tests.supporters.visits import enter

from .people import letter_of, write_url
from .test_blocks import drawn


def tag(content: bytes, name: str) -> str:
    """The start tag of the control with a name."""
    return re.search(rf'<[a-z]+ [^>]*?name="{name}"[^>]*>', content.decode())[0]


@pytest.mark.parametrize("name", ["subject", "text"])
def test_a_letter_is_read_in_its_language_and_its_label_in_that_of_the_page(
    client, urgent_page, ministry, name
):
    page = client.get(write_url(urgent_page, ministry, **{"in": "kk"}))
    assert 'lang="kk"' in tag(page.content, name)
    label = re.search(rf'([^<]*<[^<]*)<label [^>]*for="campaign-{name}"', page.content.decode())
    assert "lang=" not in label[0]


def test_one_to_copy_is_read_in_its_language_too(client, urgent_page, ministry, written):
    page = client.post(write_url(urgent_page, ministry), {**written, "do": "mail"})
    shown = page.content.decode()
    for name in ("subject", "text"):
        assert f'id="campaign-copy-{name}" lang="kk"' in shown
        assert f'aria-labelledby="campaign-copy-{name}-button campaign-copy-{name}-label"' in shown


def test_slips_are_said_from_the_top_of_the_page_to_its_end(client, urgent_page, ministry, written):
    page = client.post(write_url(urgent_page, ministry), {**written, "text": "?", "last_name": ""})
    errors = page.content.decode().split("data-campaign-errors", 1)[1]
    assert errors.index('href="#campaign-text"') < errors.index('href="#campaign-last_name"')


def test_a_search_without_a_country_says_so_at_the_choice(client, urgent_page):
    address = f"/campaign/urgent-actions/{urgent_page.pk}/find/"
    assert b"Please choose your country." not in client.get(address).content
    page = client.get(f"{address}?country=")
    control = tag(page.content, "country")
    [error] = re.findall(r'aria-describedby="([^"]+)"', control)
    assert 'aria-invalid="true"' in control
    assert f'id="{error}">Please choose your country.' in page.content.decode()
    assert "<title>Please choose your country. ·" in page.content.decode()


def test_the_block_says_so_as_well(urgent_pages):
    shown = drawn("embassy_finder", urgent_pages["en"], address="/?country=", state="KZ")
    assert "Please choose your country." in shown and 'aria-invalid="true"' in shown


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Find the embassy: Germany"), ("ru", "Найти посольство: Германия")],
)
def test_the_title_names_the_country_that_was_searched(client, urgent_pages, language, title):
    page = client.get(f"/campaign/urgent-actions/{urgent_pages[language].pk}/find/?country=DE")
    assert f"<title>{title} ·" in page.content.decode()


@pytest.mark.parametrize("step", ["find", "write", "sent"])
def test_the_title_says_that_an_action_takes_no_letters(client, urgent_page, action, step):
    change(action, state="closed")
    page = client.get(f"/campaign/urgent-actions/{urgent_page.pk}/{step}/")
    shown = " ".join(page.content.decode().split())
    assert "<title>This urgent action has ended ·" in shown
    # What can still be done can be done there.
    assert f'href="/campaign/alerts/{urgent_page.pk}/"' in shown


@pytest.mark.parametrize("has_targets", [True, False])
def test_where_there_is_no_embassy_a_link_leads_to_the_others(
    client, urgent_page, action, has_targets
):
    if not has_targets:
        action.targets.clear()
    page = client.get(f"/campaign/urgent-actions/{urgent_page.pk}/find/?country=JP")
    shown = page.content.decode()
    assert "We know of no embassy" in shown
    there = f'href="{urgent_page.url}#{urgent_page.campaign_anchor}"'
    assert (there in shown) == ("those on the page" in shown) == has_targets


def test_who_sent_a_letter_is_asked_about_their_own_mail_program(client, urgent_page, ministry):
    page = client.get(f"/campaign/urgent-actions/{urgent_page.pk}/sent/?target={ministry.pk}")
    assert b"With my mail program" in page.content
    assert b"their own mail program" not in page.content


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/campaign/alerts/{}/", "Not sent yet · Urgent actions by e-mail"),
        ("/campaign/urgent-actions/{}/write/", "Not sent yet · Write a letter"),
        ("/campaign/urgent-actions/{}/sent/", "Not counted yet · I have sent my letter"),
    ],
)
def test_the_title_says_first_that_something_is_to_be_mended(client, urgent_page, address, title):
    page = client.post(address.format(urgent_page.pk), {"email": ""})
    assert page.status_code == 422
    assert f"<title>{title}" in page.content.decode()


def test_a_slip_in_the_address_for_alerts_can_be_mended_from_the_next_step(client, urgent_page):
    form = f"/campaign/alerts/{urgent_page.pk}/"
    for step in ("check-your-mail", "thanks"):
        page = client.get(f"{form}{step}/").content.decode()
        assert f'href="{urgent_page.url}"' in page
        assert (f'href="{form}"' in page) == (step == "check-your-mail")


def test_my_letter_is_read_in_its_language_among_my_actions(client, urgent_page, ministry):
    letter_of(urgent_page, ministry, written_in="kk", text="Құрметті министр!\n<b> " + "Сөз. " * 30)
    enter(client, "aigul@example.org")
    shown = client.get("/campaign/me/").content.decode()
    assert '<span lang="kk">Құрметті министр!<br>&lt; b&gt; Сөз.' in shown


def test_a_target_without_a_name_in_my_language_is_read_in_its_own(client, urgent_pages, ministry):
    ministry.words.filter(language="ru").delete()
    page = client.get(write_url(urgent_pages["ru"], ministry)).content.decode()
    assert re.search(r'<h1>Кому: <span lang="(en|kk)">Ministry', page)
    english = client.get(write_url(urgent_pages["en"], ministry)).content.decode()
    assert "<h1>To: Ministry in English</h1>" in english
