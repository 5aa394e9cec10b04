"""Our pages by Wagtail's own API, in both of its versions: complete, in the language of the page,
with addresses in the place of numbers, and in as many queries however much there is."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from tests.people import change, signature_of
from tests.questions import ask
from tests.updates.posting import post
from wagtail_campaign.pages.models import (
    ChainPage,
    EmbassyFinderPage,
    SponsorPage,
    UpdatePage,
    UrgentActionPage,
)
from wagtail_campaign.petitions import outcomes
from wagtail_campaign.petitions.models import Signature

from .wagtail_urls import HAS_V3

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.headless.wagtail_urls")]


@pytest.fixture(
    params=[2, pytest.param(3, marks=pytest.mark.skipif(not HAS_V3, reason="new in Wagtail 8.0"))]
)
def said(request, client):
    """``said(page)``: what a version of Wagtail's API says of a page; None for nothing."""

    def said(page, **headers):
        answer = client.get(f"/api/v{request.param}/pages/{page.pk}/", headers=headers)
        # 302: Django's LocaleMiddleware looks for what isn't there in a language of the site.
        assert answer.status_code in {200, 302, 404}
        return answer.json() if answer.status_code == 200 else None

    return said


@pytest.fixture
def picture(db):
    return get_image_model().objects.create(title="A portrait", file=get_test_image_file())


@pytest.fixture
def told(pages, picture):
    """The Russian petition with everything on it that there can be."""
    page = pages["ru"]
    link = f'<a linktype="page" id="{pages["en"].pk}">сюда</a>'
    page.intro, page.addressed_to = "Мы просим.", "Министерство"
    page.thanks = f"<p>Спасибо, {link}</p>"
    page.image, page.image_alt = picture, "Портрет"
    shown = {"image": picture.pk, "alt_text": "Плакат", "decorative": False}
    page.body = json.dumps(
        [
            {"type": "heading", "value": "Почему"},
            {"type": "paragraph", "value": f"<p>Смотрите {link}</p>"},
            {"type": "image", "value": shown},
            {"type": "quote", "value": "Отпустите их."},
        ]
    )
    step = {"page": pages["en"].pk, "text": "Дальше"}
    page.next_steps = json.dumps([{"type": "step", "value": step}])
    return ask(page)


def test_a_petition_is_told_whole(said, pages, told):
    found = said(told)
    here = "/ru/petition/"
    assert found["addressed_to"] == "Министерство" and found["intro"] == "Мы просим."
    # A link to the English page leads Russian readers to the Russian one.
    assert found["thanks"] == f'<p>Спасибо, <a href="{here}">сюда</a></p>'
    assert found["image"]["alt"] == "Портрет" and found["image"]["url"].endswith(".png")
    heading, paragraph, image, quote = [block["value"] for block in found["body"]]
    assert (heading, quote) == ("Почему", "Отпустите их.")
    assert paragraph == f'<p>Смотрите <a href="{here}">сюда</a></p>'
    assert image["alt"] == "Плакат" and image["url"].endswith(".png") and image["width"]
    [step] = [block["value"] for block in found["next_steps"]]
    assert step["text"] == "Дальше" and step["page"]["id"] == pages["ru"].pk
    assert {other["language"] for other in step["page"]["translations"]} == {"en", "kk"}
    assert found["translations"] == [
        {"id": page.pk, "title": page.title, "url": page.full_url, "language": code}
        for code, page in pages.items()
        if code != "ru"
    ]


def test_the_page_of_thanks_can_be_made_from_either_api(said, front_end, told, donation_page):
    for page in (told, donation_page):
        found = front_end.get(f"/actions/{page.pk}").json()
        assert found["thanks"] == said(page)["thanks"]
        assert found["next_steps"] == said(page).get("next_steps", [])
    assert front_end.get(f"/actions/{told.pk}").json()["next_steps"]


def test_its_action_has_numbers_names_outcomes_news_and_the_form(said, pages, told, petition):
    for number, display in enumerate(["full", "initial", "anonymous"]):
        signature_of(pages["en"], email=f"dana{number}@example.org", display=display)
    for number in range(4):
        post(told, f"Новость {number}")
    change(petition, goal=100, raises_goal=False)
    action = said(told, accept_language="kk")["action"]
    assert action["key"] == str(petition.key) and action["kind"] == "petition"
    assert (action["status"], action["is_open"], action["count"]) == ("open", True, 3)
    assert (action["goal"], action["percent"], action["on_paper"]) == (100, 3, 0)
    assert sorted(action["signers"]) == ["Dana A.", "Dana Akhmetova", "Сторонник (Казахстан)"]
    assert action["updates"]["number"] == 4
    titles = [update["title"] for update in action["updates"]["latest"]]
    assert titles == ["Новость 3", "Новость 2", "Новость 1"]
    form = action["forms"]["sign"]["schema"]
    names = form["x-order"]
    assert names[:3] == ["first_name", "last_name", "email"]
    assert form["properties"]["email"]["title"] == "Электронная почта"
    consent = next(name for name in names if name.startswith("consent_"))
    words = {wording.pk: wording.text for wording in told.consent_wordings()}
    boxed = form["properties"][consent]
    assert boxed["title"] == words[boxed["const"]]
    own = [form["properties"][name]["title"] for name in names if name.startswith("question_")]
    assert own == [block.value["label"] for block in told.questions]


def test_what_became_of_it_is_told_with_its_photo(said, told, petition, picture):
    outcomes.Outcome.objects.create(
        petition=petition, kind="delivered", happened_on="2026-11-20", photo=picture
    )
    change(petition, state="delivered")
    action = said(told)["action"]
    [outcome] = action["outcomes"]
    assert (outcome["kind"], outcome["happened_on"]) == ("delivered", "2026-11-20")
    assert outcome["whom"] == "Министерство" and outcome["photo"]["url"].endswith(".png")
    assert action["status"] == "delivered" and action["forms"] == {}


def test_every_type_of_page_is_told(said, home, page, donation_page):
    urgent = home.add_child(instance=UrgentActionPage(title="A lawyer", slug="l", intro="Held."))
    sponsors = home.add_child(instance=SponsorPage(title="Supported by", slug="s", intro="All."))
    own = {
        page: {"signers", "outcomes", "on_paper"},
        urgent: {"targets", "persons", "letters", "position"},
        sponsors: {"persons", "organisations", "list"},
        donation_page: {"currency", "paid", "donors"},
    }
    for each, members in own.items():
        found = said(each)
        assert found["intro"] == each.intro and found["body"] == []
        assert found["action"].keys() >= {"key", "kind", "count", "updates", "forms"} | members
    update = said(post(page, "They met us"))
    assert update["about"]["id"] == page.pk and update["intro"] and update["image"] is None
    chain = ChainPage(title="Stop", slug="stop", intro="Free.", link="stop", locale=urgent.locale)
    chain = said(urgent.add_child(instance=chain))
    assert chain["about"]["id"] == urgent.pk and chain["link"] == "stop"
    finder = EmbassyFinderPage(title="Embassies", slug="find", missions_of="KZ", intro="Near you.")
    finder = said(home.add_child(instance=finder))
    assert (finder["missions_of"], finder["translations"]) == ("KZ", [])


def test_news_that_nobody_published_has_no_date(said, page):
    page.add_child(instance=UpdatePage(title="Made by a program", slug="made", intro="News."))
    [update] = said(page)["action"]["updates"]["latest"]
    assert (update["title"], update["published_at"]) == ("Made by a program", None)


def test_a_page_that_only_some_may_see_is_told_nowhere(said, pages, told):
    PageViewRestriction.objects.create(page=pages["kk"], restriction_type="login")
    assert said(pages["kk"]) is None
    found = said(told)
    assert [other["language"] for other in found["translations"]] == ["en"]
    [step] = [block["value"] for block in found["next_steps"]]
    assert [other["language"] for other in step["page"]["translations"]] == ["en"]


def test_a_picture_whose_file_is_lost_is_none(said, told, picture):
    picture.file.storage.delete(picture.file.name)
    found = said(told)
    assert found["image"] is None and found["body"][2]["value"] is None


def queries(said, page) -> list[str]:
    said(page)
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert said(page)
    return [query["sql"] for query in found]


def test_more_of_everything_takes_no_more_queries(said, pages, told):
    signature_of(pages["en"])
    post(told, "Новость")
    few = queries(said, told)
    step = {"page": pages["en"].pk, "text": "Дальше"}
    told.next_steps = json.dumps([{"type": "step", "value": step}] * 3)
    told.save_revision().publish()
    for number in range(6):
        signature_of(pages["en"], email=f"more{number}@example.org", display="full")
        post(told, f"Ещё {number}")
    assert Signature.objects.count() == 7 and len(said(told)["next_steps"]) == 3
    assert len(queries(said, told)) == len(few)
