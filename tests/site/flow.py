"""What ``tests/test_own_site.py`` runs under the settings of this second site."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Locale, Page, Site

from tests.site.models import AppealPage, ArticlePage
from wagtail_campaign.actions import tallies
from wagtail_campaign.petitions.models import METRIC, Signature

pytestmark = pytest.mark.django_db(transaction=True)

TYPED = {
    "first_name": "Дана",
    "last_name": "Ахметова",
    "email": "dana@example.org",
    "country": "KZ",
}


@pytest.fixture
def appeal():
    locale, _ = Locale.objects.get_or_create(language_code="en")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", locale=locale)
    home = root.add_child(instance=Page(title="Own home", slug="own-home", locale=locale))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
    appeal = AppealPage(title="Appeal", slug="appeal", story=[("heading", "How it began")])
    return home.add_child(instance=appeal)


def confirm_link():
    return re.search(r"/take-part/confirm/[a-z0-9-]+/", mail.outbox[-1].body)[0]


def test_a_petition_of_the_sites_own_type_is_signed_and_confirmed(client, appeal):
    page = client.get("/appeal/").content.decode()
    assert "How it began" not in page  # the packaged template knows nothing of the field …
    assert "site of its own" in page  # … and extends the site's base template
    response = client.post(reverse("wagtail_campaign:petition_sign", args=[appeal.pk]), TYPED)
    assert response.status_code == 303
    assert client.post(confirm_link()).status_code == 303
    assert tallies.count(appeal.action_key, METRIC) == 1


@pytest.fixture
def article(appeal):
    """Another page of the site, that carries the petition's form."""
    article = ArticlePage(title="News", slug="news", body=[("petition", {"page": appeal})])
    return appeal.get_parent().add_child(instance=article)


def test_an_article_carries_the_form(client, appeal, article):
    assert 'name="email"' in client.get("/news/").content.decode()
    url = reverse("wagtail_campaign:petition_sign", args=[appeal.pk])
    again = client.post(url, TYPED | {"email": "", "on_page": article.pk})
    assert again.status_code == 422
    assert "<title>News" in again.content.decode()
    assert "Ахметова" in again.content.decode()


def test_signing_on_an_article_is_signing_the_petition(client, appeal, article):
    url = reverse("wagtail_campaign:petition_sign", args=[appeal.pk])
    answer = client.post(url, TYPED | {"on_page": article.pk, "display": "full"})
    assert (answer.status_code, client.get(answer.url).status_code) == (303, 200)
    assert client.post(confirm_link()).status_code == 303
    assert Signature.objects.get().page_id == appeal.pk
    assert tallies.count(appeal.action_key, METRIC) == 1
    assert client.get("/news/").context["petition"].count == 1
    assert "Дана Ахметова" in client.get("/appeal/").content.decode()


def test_an_article_shows_at_once_that_the_petition_is_closed(client, appeal, article):
    assert 'name="email"' in client.get("/news/").content.decode()
    petition = appeal.get_action()
    petition.state = "closed"
    petition.save()
    assert 'name="email"' not in client.get("/news/").content.decode()
    url = reverse("wagtail_campaign:petition_sign", args=[appeal.pk])
    answer = client.post(url, TYPED | {"on_page": article.pk})
    assert answer.status_code == 409
    assert "<title>News" in answer.content.decode()


def test_an_article_shows_no_petition_that_is_a_draft(client, appeal, article):
    appeal.unpublish()
    shown = client.get("/news/")
    assert shown.status_code == 200
    assert 'name="email"' not in shown.content.decode()


def test_the_sites_users_reach_the_admin(client, appeal, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("boss", password="boss"))
    assert client.get(f"/cms/pages/{appeal.pk}/edit/").status_code == 200
