"""A fund's own questions: asked in the form, read by editors and donors, gone with the donor."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.donations.donors import AIGUL
from tests.editors import editor, superuser, table, text
from tests.questions import answers, ask, asked, name, publish
from tests.supporters.visits import enter, url
from wagtail_campaign.donations import forgetting
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db
EXPORT = reverse("campaign_donations:export")
ASKED = ["Which town?", "Are you a member?", "How to help?", "I have a car"]
SAID = ["Zhanaozen", "Not yet", "Translate; Pass on", "Yes"]


@pytest.fixture
def answered(donation_page, gift_of):
    """A gift of somebody who has answered each question."""
    ask(donation_page)
    return gift_of(**answers(donation_page))


def inspected(gift, browser=None) -> str:
    answer = (browser or superuser()).get(reverse("campaign_donations:inspect", args=[gift.pk]))
    return text(answer)


def test_the_answers_stand_with_the_gift_for_those_who_may_see_who_gave(donation_page, answered):
    shown = inspected(answered)
    assert all(words in shown for words in [*ASKED, "Zhanaozen", "Not yet", "Pass on"])
    others = editor("export_donation", "refund_donation", edits=[donation_page])
    assert "Zhanaozen" not in inspected(answered, others)


def test_each_question_is_a_column_of_the_export(donation_page, gift_of, answered):
    gift_of(email="other@example.org", **{name(donation_page, "Which town?"): "=1+1"})
    headings, first, second = table(superuser().get(EXPORT, {"people": "1"}))
    places = [headings.index(label) for label in ASKED]
    assert [first[place] for place in places] == SAID
    assert [second[place] for place in places] == ["'=1+1", "", "", ""]
    others = editor("export_donation", edits=[donation_page])
    assert ASKED[0] not in table(others.get(EXPORT))[0]


def test_a_question_that_is_asked_no_more_keeps_its_answers(donation_page, answered):
    donation_page.questions = []
    publish(donation_page)
    assert "Which town?" in inspected(answered)
    assert "Which town?" in table(superuser().get(EXPORT, {"people": "1"}))[0]


def test_donors_see_and_download_what_they_answered(client, answered):
    shown = enter(client, AIGUL)
    assert "Which town?" in shown and "Zhanaozen" in shown
    [act] = client.get(url("me_data")).json()["acts"]
    assert [row["question"] for row in act["answers"]] == ASKED


def test_who_must_answer_and_does_not_is_not_sent_to_stripe(client, donation_page, gift_of):
    ask(donation_page, required=True)
    with pytest.raises(Donation.DoesNotExist):
        gift_of(paid=False)
    assert not Supporter.objects.exists()


def test_they_are_gone_with_the_donor(answered):
    forgetting.erase([answered], [answered.supporter_id])
    assert not Supporter.objects.exists()
    assert "Zhanaozen" not in inspected(answered)
    assert "Zhanaozen" not in str(table(superuser().get(EXPORT, {"people": "1"})))


def test_answers_cost_no_query_more(client, donation_page, gift_of):
    def queries(**typed):
        gift_of(paid=False, email=f"first{len(typed)}@example.org")
        with CaptureQueriesContext(connection) as captured:
            gift_of(paid=False, **typed)
        return len(captured)

    without = queries()
    ask(donation_page)
    assert queries(**answers(donation_page)) == without
    assert asked(donation_page, "Which town?").uuid in Supporter.objects.latest("pk").answers
