"""Urgent actions on pages that are not for everybody."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.conftest import Visitor
from wagtail_campaign.urgent_actions.models import Letter

from .people import letter_to, write, write_url

STEPS = (
    "letter_find",
    "letter_write",
    "letter_log",
    "letter_check_mail",
    "letter_thanks",
    "alert",
    "alert_check_mail",
    "alert_thanks",
)


@pytest.fixture
def for_members(urgent_page):
    PageViewRestriction.objects.create(page=urgent_page, restriction_type=PageViewRestriction.LOGIN)
    return urgent_page


@pytest.fixture
def member(django_user_model):
    browser = Visitor()
    browser.force_login(django_user_model.objects.create_user("member"))
    return browser


@pytest.mark.parametrize("name", STEPS)
def test_strangers_see_nothing_of_it(client, for_members, ministry, name):
    answer = client.get(reverse(f"wagtail_campaign:{name}", args=[for_members.pk]))
    assert answer.status_code == 302 and "lawyer" not in answer.content.decode()


def test_strangers_see_no_wall_of_it(client, for_members, solidarity):
    answer = client.get(reverse("wagtail_campaign:letter_wall", args=[for_members.pk]))
    assert answer.status_code == 302


@pytest.mark.parametrize("do", ["site", "mail", "eml", "print", "pdf"])
def test_strangers_write_nothing_there(client, urgent_page, ministry, written, request, do):
    for_members = request.getfixturevalue("for_members")
    # The way into a page is kept for some seconds.
    cache.clear()
    answer = write(client, for_members, ministry, written | {"do": do})
    assert answer.status_code == 302
    assert not Letter.objects.exists() and not mail.outbox


def test_a_member_writes_from_the_form_that_the_page_shows(member, for_members, ministry):
    typed = letter_to(member, for_members, ministry)
    shown = member.get(write_url(for_members, ministry)).content.decode()
    action = re.search(r'<form class="campaign-form campaign-letter"[^>]* action="([^"#]*)', shown)
    assert member.post(action[1].replace("&amp;", "&"), typed).status_code == 303
    assert Letter.objects.get().target == ministry
