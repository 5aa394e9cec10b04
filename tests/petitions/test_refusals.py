"""What isn't taken, and how that is said."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from tests.people import errors_of, mails_to, sign, sign_url
from wagtail_campaign.actions import doors
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["paused", "closed", "delivered", "won", "archived"])
def test_a_petition_that_is_not_open_says_so_on_its_page(client, pages, set_petition, typed, state):
    set_petition(state=state)
    for language, page in pages.items():
        answer = sign(client, page, typed)
        assert answer.status_code == 409
        assert answer["Content-Language"] == language
        assert page.title in answer.content.decode()
        assert b'name="email"' not in answer.content
    assert not Signature.objects.exists()
    assert not mail.outbox


@pytest.mark.parametrize("method", ["get", "head", "put", "patch", "delete", "options"])
def test_only_a_post_signs(client, page, method):
    answer = getattr(client, method)(sign_url(page))
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"


@pytest.mark.parametrize("name", ["petition_check_mail", "petition_thanks", "qr"])
def test_the_steps_are_only_read(client, page, name):
    assert client.post(reverse(f"wagtail_campaign:{name}", args=[page.pk])).status_code == 405


@pytest.mark.parametrize("page_id", ["9" * 19, "9" * 300, "9" * 5000, "-1", "1.5", "x"])
def test_what_is_no_page_id_is_not_found(client, page, typed, page_id):
    """Django's LocaleMiddleware may look for it under /en/ first."""
    path = f"/campaign/petitions/{page_id}/sign/"
    assert client.post(path, typed, follow=True).status_code == 404
    assert client.get(f"/campaign/qr/{page_id}.svg", follow=True).status_code == 404


@pytest.mark.parametrize("page_id", ["0", "999999", "9" * 18])
def test_a_page_that_is_not_there_is_not_found(client, page, typed, page_id):
    root = "/campaign/petitions"
    assert client.post(f"{root}/{page_id}/sign/", typed).status_code == 404
    assert client.get(f"{root}/{page_id}/check-your-mail/").status_code == 404
    assert client.get(f"{root}/{page_id}/thanks/").status_code == 404
    assert client.get(f"/campaign/qr/{page_id}.svg").status_code == 404


def test_a_page_that_is_no_petition_is_not_found(client, home, typed):
    assert sign(client, home, typed).status_code == 404


def test_a_draft_is_not_found(client, page, typed, after_commit):
    sign(client, page, typed)
    with after_commit():
        page.unpublish()
    before = Signature.objects.count()
    for _ in range(2):
        assert sign(client, page, typed).status_code == 404
    assert Signature.objects.count() == before


def test_a_page_deleted_a_moment_ago_is_not_found(client, page, typed, after_commit):
    sign(client, page, typed | {"email": ""})
    with after_commit():
        page.delete()
    assert sign(client, page, typed).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_page_deleted_elsewhere_is_not_found(client, page, typed, monkeypatch):
    """By another process, while the cache of this one still knows the page."""
    sign(client, page, typed | {"email": ""})
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(doors, "close", lambda page_ids: None)
        page.delete()
    assert sign(client, page, typed).status_code == 404
    assert not Supporter.objects.exists()


def restrict(page, kind, **values):
    PageViewRestriction.objects.create(page=page, restriction_type=kind, **values)


@pytest.mark.parametrize("typing", [{}, {"email": "nobody"}])
def test_strangers_sign_no_page_that_asks_for_a_login(client, page, typed, typing):
    restrict(page, PageViewRestriction.LOGIN)
    answer = sign(client, page, typed | typing)
    assert answer.status_code == 302
    assert b"strikers" not in answer.content
    assert not Signature.objects.exists()
    for name in ("petition_check_mail", "petition_thanks"):
        path = reverse(f"wagtail_campaign:{name}", args=[page.pk])
        assert client.get(path).status_code == 302
    assert client.get(reverse("wagtail_campaign:qr", args=[page.pk])).status_code == 404


def test_strangers_see_no_page_below_one_that_asks_for_a_login(client, page, home, typed):
    restrict(home, PageViewRestriction.LOGIN)
    assert sign(client, page, typed | {"email": ""}).status_code == 302


def test_who_is_logged_in_signs_a_page_that_asks_for_a_login(
    client, page, typed, django_user_model
):
    restrict(page, PageViewRestriction.LOGIN)
    client.force_login(django_user_model.objects.create_user("member"))
    assert sign(client, page, typed | {"email": "nobody"}).status_code == 422
    assert sign(client, page, typed).status_code == 303


def test_a_page_with_a_password_is_not_shown_by_its_form(client, page, typed):
    restrict(page, PageViewRestriction.PASSWORD, password="secret")
    answer = sign(client, page, typed | {"email": "nobody"})
    assert b'name="first_name"' not in answer.content
    assert not Signature.objects.exists()


def test_no_secret_page_is_shown_as_the_carrier_of_the_form(client, page, home, typed):
    secret = home.add_child(instance=Page(title="Secret plans", slug="secret"))
    draft = home.add_child(instance=Page(title="Secret draft", slug="draft", live=False))
    restrict(secret, PageViewRestriction.LOGIN)
    for carrier in (secret, draft):
        answer = sign(client, page, typed | {"email": "", "on_page": carrier.pk})
        assert b"Secret" not in answer.content


@pytest.mark.parametrize("on_page", ["", "x", "0", "-1", "9" * 18, "9" * 400, "1.5", "٣", "\0"])
def test_a_carrier_that_is_none_is_passed_over(client, page, typed, on_page):
    answer = sign(client, page, typed | {"email": "", "on_page": on_page})
    assert answer.status_code == 422
    assert page.title in answer.content.decode()


def test_the_carrier_is_only_read(client, page, home, typed, monkeypatch):
    """A page with a form of its own must not take ours for it."""
    methods = []

    def serve(self, request, *args, **kwargs):
        methods.append(request.method)
        return real(self, request, *args, **kwargs)

    real = Page.serve
    monkeypatch.setattr(Page, "serve", serve)
    sign(client, page, typed | {"email": "", "on_page": home.pk})
    assert methods == ["GET"]


def test_too_many_from_one_network_wait_and_lose_nothing(client, page, typed, settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = (3, 600)
    for number in range(3):
        assert sign(client, page, typed | {"email": f"{number}@example.org"}).status_code == 303
    answer = sign(client, page, typed)
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 600
    shown = answer.content.decode()
    for what in ("first_name", "last_name", "email"):
        assert f'value="{typed[what]}"' in shown
    assert not mails_to(typed["email"])
    other = {"REMOTE_ADDR": "192.0.2.7"}
    assert client.post(sign_url(page), typed, **other).status_code == 303


def test_too_many_for_one_address_are_thanked_all_the_same(client, page, typed, settings):
    settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = (2, 600)
    answers = [sign(client, page, typed) for _ in range(5)]
    assert {(answer.status_code, answer.url) for answer in answers} == {(303, answers[0].url)}
    assert Signature.objects.count() == 2
    sign(client, page, typed | {"email": "other@example.org"})
    assert Signature.objects.count() == 3


def test_limits_can_be_switched_off(client, page, typed, settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = None
    for _ in range(12):
        assert sign(client, page, typed).status_code == 303
    assert Signature.objects.count() == 12


def test_a_robot_is_thanked_and_forgotten(client, page, typed):
    human = sign(client, page, typed | {"email": "human@example.org"})
    robot = sign(client, page, typed | {"website": "https://pills.example"})
    assert (robot.status_code, robot.url) == (human.status_code, human.url)
    assert Signature.objects.count() == 1
    assert not mails_to(typed["email"])


def test_a_form_that_failed_is_not_kept_for_the_next_reader(client, page, typed):
    sign(client, page, typed | {"email": ""})
    assert b"Serikova" not in client.get(page.url).content
    sign(client, page, typed | {"email": ""})
    assert b"Serikova" not in client.get(page.url).content


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "We can’t write to addresses with letters like these before the @ yet."),
        ("ru", "На адреса с такими буквами перед @ мы пока не можем писать."),
        ("kk", "@ белгісінің алдында мұндай әріптері бар мекенжайларға әзірге жаза алмаймыз."),
    ],
)
def test_an_address_that_no_mail_server_takes_is_refused_with_the_reason(
    client, pages, typed, language, words
):
    answer = sign(client, pages[language], typed | {"email": "пример@пример.рф"})
    assert errors_of(answer) == ["email"]
    assert words in answer.content.decode()
    assert not Supporter.objects.exists()
