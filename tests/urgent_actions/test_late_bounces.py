"""Letters that come back after their target's mail server had taken them."""

import pytest

from tests.editors import superuser
from tests.people import mails_to
from wagtail_campaign.actions import tallies
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.urgent_actions import moderation
from wagtail_campaign.urgent_actions.admin import letter_numbers
from wagtail_campaign.urgent_actions.directory import verbs as contact_verbs
from wagtail_campaign.urgent_actions.models import Letter
from wagtail_campaign.urgent_actions.sending import bounces

from .people import count, letter_of
from .test_bounces import GONE, report

CAME_BACK = ("refused", "Status 5.1.1")


def test_the_letter_is_refused_then_and_counts_all_the_same(sent, action, fate):
    assert fate() == GONE
    bounces.take(report(sent))
    bounces.take(report(sent))
    assert fate() == [CAME_BACK]
    assert Letter.objects.get().delivered_at is None
    assert letter_numbers.queue_of([action.pk])["refused"] == 1
    assert count(action) == 1 and tallies.recount() == []


def test_each_letter_that_comes_back_is_refused_and_no_other(
    sent, urgent_page, ministry, fate, clock
):
    for name in ("dana", "asel"):
        letter_of(urgent_page, ministry, email=f"{name}@example.org")
    clock.forward(minutes=2)
    run_pass()
    dana = dict(mails_to("ministry@example.org")[1].message().items())
    # The contact is marked once, by the first.
    assert [bounces.take(report(letter)) for letter in (sent, dana)] == [1, 0]
    assert fate() == [CAME_BACK, CAME_BACK, ("sent", "")]


def test_a_letter_that_came_back_is_sent_again_once_its_target_can_be_reached(
    sent, ministry, fate, clock
):
    user = superuser().user
    bounces.take(report(sent))
    assert moderation.send_again(Letter.objects, [Letter.objects.get().pk], user) == 0
    contact_verbs.works_again(ministry, ministry.contacts.get(), user)
    assert moderation.send_again(Letter.objects, [Letter.objects.get().pk], user) == 1
    # A report of the first attempt that comes only now says nothing of the second.
    bounces.take(report(sent, to="office@example.org"))
    clock.forward(minutes=2)
    run_pass()
    assert fate() == GONE and len(mails_to("ministry@example.org")) == 2


def test_one_of_which_nobody_knew_came_back_after_all(sent, fate):
    Letter.objects.update(delivery="unknown", error="timeout")
    bounces.take(report(sent))
    assert fate() == [CAME_BACK]


@pytest.mark.parametrize("delivery", ["queued", "held", "cancelled"])
def test_what_is_not_out_of_the_house_stays_where_it_is(sent, fate, delivery):
    Letter.objects.update(delivery=delivery)
    bounces.take(report(sent))
    assert fate() == [(delivery, "")]
