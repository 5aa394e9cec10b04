"""Goals that raise themselves, and milestones that are told once."""

import pytest

from tests.crowd import at_once
from tests.people import change, signature_of
from tests.supporters.visits import work_off
from wagtail_campaign import signals
from wagtail_campaign.actions import goals
from wagtail_campaign.petitions import paper
from wagtail_campaign.petitions.models import Petition
from wagtail_campaign.petitions.paper import PaperBatch


@pytest.mark.parametrize(
    ("number", "step"),
    [
        *((0, 100), (99, 100), (100, 250), (249, 250), (250, 500), (500, 1000), (999, 1000)),
        *((1000, 2500), (2500, 5000), (5000, 10_000), (10_000, 25_000), (999_999, 1_000_000)),
        *((1_000_000, 2_500_000), (73, 100), (6_200_000, 10_000_000)),
    ],
)
def test_the_next_step_is_above_the_number(number, step):
    assert goals.next_step(number) == step


@pytest.mark.parametrize(
    ("goal", "count", "shown"),
    [
        *((100, 0, 100), (100, 89, 100), (100, 90, 250), (100, 224, 250), (100, 225, 500)),
        *((1000, 899, 1000), (1000, 900, 2500), (700, 629, 700), (700, 630, 1000)),
        # From far behind in one go, and past the next step's nine tenths at once.
        *((100, 95_000, 250_000), (700, 950, 2500)),
    ],
)
def test_a_goal_rises_when_nine_tenths_are_reached(goal, count, shown):
    assert goals.shown(goal, True, count) == shown


@pytest.mark.parametrize("count", [0, 99, 100, 5000])
def test_a_fixed_goal_stays_and_no_goal_stays_none(count):
    assert goals.shown(100, False, count) == 100
    assert goals.shown(0, True, count) == goals.shown(0, False, count) == 0


@pytest.mark.django_db
def test_the_page_shows_the_raised_goal_in_every_language(
    client, pages, set_petition, after_commit
):
    set_petition(goal=2)
    with after_commit():
        signature_of(pages["en"])
    assert client.get(pages["en"].url).context["petition"].goal == 2
    with after_commit():
        signature_of(pages["ru"], email="second@example.org")
    for page in pages.values():
        assert client.get(page.url).context["petition"].goal == 100
    set_petition(raises_goal=False)
    live = client.get(pages["kk"].url).context["petition"]
    assert (live.goal, live.percent) == (2, 100)


@pytest.fixture
def told():
    """The milestones that receivers were told of."""
    heard = []

    def hear(sender, action, number, **kwargs):
        heard.append((sender, action.pk, number))

    signals.milestone_reached.connect(hear, sender=Petition)
    yield heard
    signals.milestone_reached.disconnect(hear, sender=Petition)


def on_paper(petition, number):
    batch = PaperBatch(petition=petition, number=number)
    paper.enter(batch, None)
    return batch


@pytest.mark.django_db
def test_each_milestone_is_told_once(petition, told):
    def pass_by():
        return work_off()["milestones told"]

    on_paper(petition, 99)
    assert pass_by() == 0
    batch = on_paper(petition, 1)
    assert (pass_by(), pass_by()) == (1, 0)
    assert told == [(Petition, petition.pk, 100)]
    # Several at once: the highest.
    on_paper(petition, 600)
    assert pass_by() == 1
    assert told[1:] == [(Petition, petition.pk, 500)]
    # Back below and up again is no news.
    paper.remove(batch, None)
    on_paper(petition, 1)
    assert pass_by() == 0


@pytest.mark.django_db
def test_an_archived_petition_tells_none(petition, told):
    on_paper(petition, 100)
    change(petition, state="archived")
    assert work_off()["milestones told"] == 0
    assert told == []


@pytest.mark.django_db(transaction=True)
def test_two_passes_at_once_tell_it_once(petition, told):
    on_paper(petition, 100)
    found = [Petition.objects.get(pk=petition.pk) for _ in range(8)]
    answers = at_once(8, lambda i: goals.tell_milestone(found[i], 100))
    assert sorted(answers) == [False] * 7 + [True]
    assert told == [(Petition, petition.pk, 100)]


@pytest.mark.django_db
def test_a_milestone_draws_no_page_anew(petition, told):
    on_paper(petition, 100)
    version = Petition.objects.get().version
    work_off()
    assert told
    assert Petition.objects.get().version == version
