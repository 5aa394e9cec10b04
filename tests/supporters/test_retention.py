"""The table of what is kept: generated, true, and in the reader's language."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from wagtail_campaign.blocks import CAMPAIGN_BLOCKS
from wagtail_campaign.mailing import work
from wagtail_campaign.supporters import retention


def said(language="en") -> list[str]:
    with translation.override(language):
        return [row.how_long for row in retention.table()]


def test_every_promise_names_a_job_that_there_is():
    jobs = {name for _order, name, _job in work._jobs}
    named = {row.job for row in retention.table()} - {""}
    assert named <= jobs
    assert {"signatures expired", "signers forgotten", "old mails deleted"} <= named


@pytest.mark.parametrize(
    ("language", "months", "words"),
    [
        ("en", 6, "6 months after the action has ended"),
        ("en", 1, "1 month after the action has ended"),
        ("ru", 1, "1 месяц после окончания акции"),
        ("ru", 3, "3 месяца после окончания акции"),
        ("ru", 6, "6 месяцев после окончания акции"),
        ("kk", 6, "Акция аяқталғаннан кейін 6 ай"),
        ("en", None, "Until you erase it"),
    ],
)
def test_a_changed_setting_changes_the_words(settings, language, months, words):
    settings.WAGTAIL_CAMPAIGN_FORGET_AFTER_MONTHS = months
    assert words in said(language)


def test_days_are_those_of_the_setting(settings):
    assert said()[0] == "14 days"
    settings.WAGTAIL_CAMPAIGN_CONFIRM_DAYS = 1
    assert (said()[0], said("ru")[0]) == ("1 day", "1 день")


def test_what_is_not_kept_is_not_in_the_table(settings):
    number = len(said())
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = None
    assert len(said()) == number - 1


@pytest.mark.parametrize(
    ("language", "words"), [("en", "For ever"), ("ru", "Бессрочно"), ("kk", "Мерзімсіз")]
)
@pytest.mark.django_db
def test_block_and_tag_show_it_without_a_query(django_assert_num_queries, language, words):
    block = dict(CAMPAIGN_BLOCKS)["retention"]
    tag = Template("{% load wagtail_campaign_tags %}{% campaign_retention %}")
    with translation.override(language), django_assert_num_queries(0):
        drawn = block.render(None, {"request": RequestFactory().get("/")})
        tagged = tag.render(Context())
    assert f'lang="{language}"' in drawn
    for shown in (drawn, tagged):
        assert words in shown and shown.count("<tr ") == len(said()) + 1
