"""Asking for a link, using it, leaving."""

import pytest
from django.core import mail
from django.test import Client, override_settings
from django_tasks import default_task_backend

from tests.people import link, mails_to
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.supporters import addresses
from wagtail_campaign.supporters.models import MagicLink

from .visits import ME, ask, enter, magic_link, page_text, signed_by, url, work_off

pytestmark = pytest.mark.django_db

DANA = "dana@example.org"


@pytest.fixture
def signed(page, client):
    return signed_by(page)


def test_a_supporter_comes_in_by_the_link_in_the_mail(client, signed):
    assert "Send me the link" in page_text(client.get(ME))
    response = ask(client, DANA)
    assert (response.status_code, response.url) == (303, f"{ME}check-your-mail/?language=en")
    assert "If we know this address" in page_text(client.get(response.url))
    [message] = mail.outbox
    assert message.to == [DANA]
    path = link(message, "me/link")
    assert f"http://testserver{path}" in message.body
    assert "Free the strikers" not in message.body + message.subject
    client.get(path)
    client.head(path)
    assert "Send me the link" in page_text(client.get(ME)), "opening the link changes nothing"
    response = client.post(path)
    assert (response.status_code, response.url) == (303, f"{ME}?say=in&language=en")
    assert "Free the strikers" in page_text(client.get(ME))


def test_an_unknown_address_gets_the_same_answer_and_leaves_nothing(client, signed):
    known = client.post(ME, {"email": DANA})
    unknown = client.post(ME, {"email": "nobody@example.org"})
    assert (unknown.status_code, unknown.url, unknown.content) == (303, known.url, known.content)
    drop = ("Expires", "Date")
    assert {k: v for k, v in unknown.items() if k not in drop} == {
        k: v for k, v in known.items() if k not in drop
    }
    work_off()
    assert [message.to for message in mail.outbox] == [[DANA]]
    assert MagicLink.objects.get().email_key == addresses.email_key(DANA)


def test_asking_is_the_same_work_for_every_address(client, signed, django_assert_num_queries):
    for address in [DANA, "nobody@example.org"]:
        with django_assert_num_queries(4) as queries:
            client.post(ME, {"email": address})
        tables = [query["sql"].split()[0] for query in queries]
        assert tables.count("INSERT") == 1
        assert not any("supporter" in query["sql"] for query in queries)


@override_settings(TASKS={"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}})
def test_with_a_worker_the_link_need_not_wait_for_a_pass(client, signed):
    for address in [DANA, "nobody@example.org"]:
        client.post(ME, {"email": address})
    tasks = default_task_backend.results
    links = MagicLink.objects.order_by("pk")
    assert [task.args for task in tasks] == [[link.pk] for link in links]
    for task in list(tasks):
        task.task.call(*task.args)
    assert Mail.objects.filter(kind="supporters.magic_link").count() == 1
    assert MagicLink.objects.count() == 1, "that of an unknown address is forgotten"
    default_task_backend.clear()


def test_a_link_can_be_used_once(client, signed):
    path = magic_link(client, DANA)
    client.post(path)
    # Pressed twice, or a step back: the browser that is inside stays inside.
    assert client.post(path).url == client.get(path).url == ME
    client.cookies.clear()
    for response in [client.post(path), client.get(path)]:
        assert response.status_code == 410
        assert "Ask for a new link" in response.content.decode()
        assert "campaign_me" not in response.cookies


def test_a_link_holds_for_an_hour(client, signed, clock):
    path = magic_link(client, DANA)
    clock.forward(minutes=59)
    assert client.get(path).status_code == 200
    clock.forward(minutes=2)
    assert client.get(path).status_code == client.post(path).status_code == 410
    assert "Send me the link" in page_text(client.get(ME))


def test_one_stays_inside_for_an_hour(client, signed, clock):
    path = magic_link(client, DANA)
    clock.forward(minutes=50)
    client.post(path)
    clock.forward(minutes=50)
    assert "Free the strikers" in page_text(client.get(ME))
    clock.forward(minutes=11)
    assert "Send me the link" in page_text(client.get(ME))
    response = client.get(url("me_data"))
    assert (response.status_code, response.url) == (303, f"{ME}?say=over&language=en")
    assert "Your hour here is over" in page_text(client.get(response.url))


def test_leaving_ends_the_session_for_whoever_kept_the_cookie(client, signed):
    enter(client, DANA)
    stolen = client.cookies["campaign_me"].value
    response = client.post(url("me_leave"))
    assert response.cookies["campaign_me"].value == ""
    assert response.cookies["campaign_me"]["path"] == ME
    assert "You have left" in page_text(client.get(response.url))
    client.cookies["campaign_me"] = stolen
    assert "Send me the link" in page_text(client.get(ME))


@pytest.mark.parametrize("secure", [False, True])
def test_the_cookie_is_for_these_pages_alone(client, signed, secure):
    path = magic_link(client, DANA)
    cookie = client.post(path, secure=secure).cookies["campaign_me"]
    assert cookie["path"] == ME
    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Strict"
    assert cookie["max-age"] == 3600
    assert bool(cookie["secure"]) is secure
    assert DANA not in cookie.value


def test_no_other_token_opens_the_pages(client, signed):
    path = magic_link(client, DANA)
    made = MagicLink.objects.get()
    client.cookies["campaign_me"] = made.token("session")
    assert "Send me the link" in page_text(client.get(ME)), "before the link was used"
    client.post(path)
    for wrong in [made.token("me"), "me-1-" + "0" * 64, "me", "petition-1-" + "0" * 64, "x" * 5000]:
        client.cookies["campaign_me"] = wrong
        assert "Send me the link" in page_text(client.get(ME))
    assert client.get(url("me_link", made.token("session"))).status_code == 404
    assert client.get(url("me_link", signed.token("confirm"))).status_code == 404


@pytest.mark.parametrize(
    "path", [ME, url("me_check_mail"), url("me_erased"), url("me_link", "me-1-" + "0" * 64)]
)
def test_nobody_keeps_these_pages(client, home, path):
    response = client.get(path)
    assert "no-store" in response.headers["Cache-Control"]
    assert "private" in response.headers["Cache-Control"]
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert not response.cookies


CROSS_SITE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
]


@pytest.mark.parametrize("headers", CROSS_SITE, ids=str)
def test_no_other_site_can_press_the_buttons(client, signed, headers):
    path = magic_link(client, DANA)
    assert client.post(path, headers=headers).status_code == 403
    client.post(path)
    for target in [
        ME,
        url("me_leave"),
        url("me_language"),
        url("me_erase_all"),
        url("me_erase", "petition", signed.pk),
        url("me_withdraw", "petition", signed.pk),
        url("me_show_as", "petition", signed.pk),
    ]:
        response = client.post(target, {"display": "full", "language": "ru"}, headers=headers)
        assert response.status_code == 403, target
    signed.refresh_from_db()
    assert (signed.state, signed.public_name) == ("confirmed", "")


@override_settings(WAGTAIL_CAMPAIGN_ALLOWED_ORIGINS=["forms.example.org"])
def test_a_site_that_may_embed_petitions_can_not_press_these_buttons(client, signed):
    enter(client, DANA)
    headers = {"Origin": "https://forms.example.org"}
    assert client.post(url("me_erase_all"), headers=headers).status_code == 403


def test_own_forms_pass_without_a_token(signed):
    client = Client(enforce_csrf_checks=True)
    enter(client, DANA)
    for headers in [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}, {}]:
        response = client.post(url("me_language"), {"language": "ru"}, headers=headers)
        assert response.status_code == 303


def test_a_slip_in_the_address_is_said_beside_the_field(client, home):
    response = client.post(ME, {"email": "dana"})
    assert response.status_code == 422
    assert 'value="dana"' in response.content.decode()
    assert not MagicLink.objects.exists()


@override_settings(WAGTAIL_CAMPAIGN_NETWORK_LIMIT=(2, 600))
def test_a_network_that_asks_too_much_has_to_wait(client, home):
    for _ in range(2):
        assert client.post(ME, {"email": DANA}).status_code == 303
    response = client.post(ME, {"email": DANA})
    assert response.status_code == 429
    assert 0 < int(response.headers["Retry-After"]) <= 600
    assert f'value="{DANA}"' in response.content.decode()


@override_settings(WAGTAIL_CAMPAIGN_ADDRESS_LIMIT=(1, 3600))
def test_an_address_that_is_asked_for_too_often_gets_the_same_answer(client, signed):
    first, second = ask(client, DANA), ask(client, DANA)
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert len(mail.outbox) == 1


def test_a_robot_is_thanked_and_forgotten(client, signed):
    response = client.post(ME, {"email": DANA, "website": "https://example.org"})
    assert response.status_code == 303
    work_off()
    assert not mail.outbox and not MagicLink.objects.exists()


def test_at_most_three_links_a_day_are_mailed_and_a_late_one_not_at_all(
    client, page, signed, clock
):
    # One of the three went to confirming.
    for _ in range(4):
        ask(client, DANA)
    assert len(mail.outbox) == 2
    assert Mail.objects.filter(kind="supporters.magic_link", state="queued").count() == 2
    clock.forward(days=1, minutes=1)
    work_off()
    assert len(mail.outbox) == 2, "their hour is over"
    assert not Mail.objects.filter(state="queued").exists()
    assert not MagicLink.objects.exists()


def test_links_are_deleted_when_they_are_of_no_more_use(client, signed, clock):
    enter(client, DANA)
    clock.forward(minutes=119)
    work_off()
    assert MagicLink.objects.exists()
    clock.forward(minutes=2)
    work_off()
    assert not MagicLink.objects.exists()


def test_the_mail_goes_to_the_address_as_it_was_last_typed(client, page):
    signed_by(page, email="d.ana@gmail.com")
    signed_by(page, confirmed=False, email="dana+campaign@gmail.com")
    ask(client, "DANA@googlemail.com")
    assert [message.to for message in mail.outbox] == [["dana+campaign@gmail.com"]]


def test_who_owns_a_similar_domain_sees_nothing(client, page):
    signed_by(page, email="dana@strasse.example")
    signed_by(page, email="dana@straße.example", first_name="Eve")
    text = enter(client, "dana@straße.example")
    assert "Eve" in text and "Dana" not in text


def test_acts_under_an_older_key_are_found(client, page):
    old, new = ("2025", "the old secret"), ("2026", "the new secret")
    with override_settings(WAGTAIL_CAMPAIGN_ADDRESS_KEYS=[old]):
        signed_by(page)
    with override_settings(WAGTAIL_CAMPAIGN_ADDRESS_KEYS=[new, old]):
        assert "Free the strikers" in enter(client, DANA)
    assert len(mails_to(DANA)) == 1


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_language_of_the_page_where_it_was_asked_for_goes_all_the_way(client, signed, language):
    response = client.get(f"{ME}?language={language}")
    assert f'lang="{language}"' in response.content.decode()
    response = client.post(f"{ME}?language={language}", {"email": DANA})
    assert response.url == f"{ME}check-your-mail/?language={language}"
    assert client.get(response.url).headers["Content-Language"] == language
    work_off()
    [message] = mail.outbox
    assert message.extra_headers["Content-Language"] == language
    path = link(message, "me/link")
    assert client.get(path).headers["Content-Language"] == language
    client.post(path)
    assert client.get(ME).headers["Content-Language"] == language


def test_the_language_of_the_browser_counts_until_another_is_chosen(client, signed):
    headers = {"Accept-Language": "kk, en;q=0.5"}
    assert client.get(ME, headers=headers).headers["Content-Language"] == "kk"
    enter(client, DANA)
    assert client.get(ME, headers=headers).headers["Content-Language"] == "en"
    client.post(url("me_language"), {"language": "ru"})
    assert client.get(ME, headers=headers).headers["Content-Language"] == "ru"
    client.post(url("me_language"), {"language": "tlh"})
    assert client.get(ME, headers=headers).headers["Content-Language"] == "ru"


def test_other_methods_are_refused(client, signed):
    enter(client, DANA)
    assert client.put(ME).status_code == 405
    for name in ["me_leave", "me_language"]:
        assert client.get(url(name)).status_code == 405
    assert client.post(url("me_data")).status_code == 405


def test_whose_browser_keeps_no_cookie_is_told_so_in_the_language_of_the_link(client, pages):
    signed_by(pages["kk"], email="aigul@example.org")
    client.get(f"{ME}?language=kk")
    client.post(f"{ME}?language=kk", {"email": "aigul@example.org"})
    work_off()
    answer = client.post(link(mail.outbox[-1], "me/link"))
    assert "Dana Akhmetova" in page_text(client.get(answer.url))
    client.cookies.clear()
    outside = client.get(answer.url, headers={"accept-language": "en"})
    assert outside["Content-Language"] == "kk"
    assert "cookie файлын сақтамады" in page_text(outside)
