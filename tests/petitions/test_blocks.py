"""Parts of a petition on any page."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags

from tests.people import change, signature_of
from tests.supporters.visits import work_off
from tests.updates.posting import post
from wagtail_campaign.blocks import CAMPAIGN_BLOCKS

pytestmark = pytest.mark.django_db

BLOCKS = dict(CAMPAIGN_BLOCKS)
PARTS = [
    "campaign_progress",
    "petition_signers",
    "campaign_updates",
    "campaign_share",
    "campaign_figures",
]
OF_PETITION = ["petition", *PARTS]


def drawn(name, page, language="en", **values):
    block = BLOCKS[name]
    block.set_name(name)
    request = RequestFactory().get("/")
    with translation.override(language):
        return block.render(
            block.normalize({"page": page, **values}), {"request": request, "page": page}
        )


@pytest.fixture
def signed(pages, after_commit):
    with after_commit():
        for number, country in enumerate(["KZ", "DE", "DE"]):
            signature_of(
                pages["en"], email=f"{number}@example.org", country=country, display="full"
            )
    post(pages["en"], "Two released")
    post(pages["ru"], "Двое на свободе")
    work_off()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("campaign_progress", ["<strong>3</strong> people have signed", "Sign the petition"]),
        ("petition_signers", ["Latest signatures", "Dana Akhmetova"]),
        ("campaign_updates", ["Free the strikers", "Two released, in two sentences."]),
        ("campaign_share", ["Pass it on", "via%3Dtelegram"]),
        (
            "campaign_figures",
            ["<strong>3</strong> people from <strong>2</strong> countries have signed."],
        ),
    ],
)
def test_each_part_says_what_it_is_for(pages, signed, name, said):
    shown = " ".join(drawn(name, pages["en"]).split())
    for words in said:
        assert words in shown
    assert "campaign.css" in shown


@pytest.mark.parametrize("name", PARTS)
def test_a_part_speaks_the_language_of_the_page_that_carries_it(pages, signed, name):
    shown = drawn(name, pages["en"], "ru")
    assert 'lang="ru"' in shown
    assert "Pass it on" not in shown and "Latest signatures" not in shown
    assert "Two released" not in shown


@pytest.mark.parametrize("name", OF_PETITION)
def test_nothing_is_shown_of_a_draft(pages, name):
    pages["en"].unpublish()
    assert drawn(name, pages["en"]).strip() == ""
    if name != "campaign_share":
        assert drawn(name, None).strip() == ""


@pytest.mark.parametrize("name", PARTS)
def test_a_part_costs_no_query_once_it_is_in_the_cache(pages, signed, name):
    drawn(name, pages["en"])
    with CaptureQueriesContext(
        connection,
    ) as captured:
        drawn(name, pages["en"])
    said = " ".join(query["sql"] for query in captured)
    assert "wagtail_campaign_signature" not in said and "tally" not in said
    assert "updatepage" not in said


def test_after_the_end_the_second_block_invites_nobody_to_sign(pages, petition, after_commit):
    block, value = BLOCKS["petition"], {"page": pages["en"]}

    def twice():
        context = {"request": RequestFactory().get("/"), "page": pages["en"]}
        return [block.render(block.normalize(value), context) for _ in range(2)]

    assert "Sign the petition" in twice()[1]
    with after_commit():
        change(petition, state="closed")
    assert "Sign the petition" not in twice()[1]


def test_one_signer_from_one_country_is_said_right(pages, after_commit):
    assert "Nobody has signed yet." in drawn("campaign_figures", pages["en"])
    with after_commit():
        signature_of(pages["en"])
    work_off()
    shown = " ".join(drawn("campaign_figures", pages["en"]).split())
    assert "<strong>1</strong> person has signed." in shown


def test_an_update_that_is_published_is_in_the_block_at_once(pages):
    assert "Two released" not in drawn("campaign_updates", pages["en"])
    update = post(pages["en"], "Two released")
    shown = drawn("campaign_updates", pages["en"], heading="What happened")
    assert "What happened" in shown and f'href="{update.url}"' in shown
    assert reverse("wagtail_campaign:updates", args=[pages["en"].pk]) in shown


def test_a_heading_of_ones_own_stands_over_the_ways_to_share(pages):
    assert "Tell your workmates" in drawn(
        "campaign_share", pages["en"], heading="Tell your workmates"
    )


@pytest.mark.parametrize(
    ("count", "countries", "said"),
    [
        (21, 2, "Подписал 21 человек из 2 стран."),
        (22, 21, "Подписали 22 человека из 21 страны."),
        (25, 11, "Подписали 25 человек из 11 стран."),
    ],
)
def test_in_russian_the_verb_of_the_sentence_agrees_with_the_number(count, countries, said):
    live = SimpleNamespace(count=count, countries=countries)
    with translation.override("ru"):
        figures = render_to_string("wagtail_campaign/petitions/sentence.html", {"petition": live})
    assert strip_tags(figures).strip() == said
