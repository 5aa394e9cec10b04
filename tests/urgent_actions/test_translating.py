"""An editor translates with wagtail-localize: one urgent action, however many pages."""

import pytest
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

from wagtail_campaign.pages.models import ChainPage, EmbassyFinderPage, UrgentActionPage
from wagtail_campaign.urgent_actions.models import UrgentAction

pytestmark = pytest.mark.django_db

TEXTS = {
    "title",
    "intro",
    "image_alt",
    "points",
    "preferred_languages",
    "background",
    "thanks",
    "updates_wording",
    "news_wording",
}


@pytest.fixture
def kazakh():
    return Locale.objects.get(language_code="kk")


def offered(page) -> set[str]:
    """The fields whose texts a translator is offered."""
    source = TranslationSource.objects.get_for_instance(page)
    return set(source.stringsegment_set.values_list("context__path", flat=True))


def test_every_text_is_offered_and_what_is_the_same_everywhere_is_not(urgent_page, kazakh):
    page = urgent_page
    page.image_alt, page.preferred_languages = "A lamp", "Kazakh or your own"
    page.image = get_image_model().objects.create(title="IMG_1", file=get_test_image_file())
    page.points, page.background, page.thanks = "<p>Ask.</p>", "<p>Before.</p>", "<p>Thanks.</p>"
    page.updates_wording, page.news_wording = "News?", "More?"
    page.body = [("heading", "How it began"), ("paragraph", "<p>In <b>May</b></p>")]
    page.save_revision().publish()
    translate_object(page, [kazakh])
    paths = offered(page)
    assert paths >= TEXTS and sum(path.startswith("body.") for path in paths) == 2
    assert not paths & {"number", "copies_to"}
    translated = UrgentActionPage.objects.get(locale=kazakh)
    assert (translated.number, translated.copies_to) == (page.number, page.copies_to)


def test_a_translated_page_shares_the_urgent_action(urgent_page, kazakh):
    translate_object(urgent_page, [kazakh])
    page = UrgentActionPage.objects.get(locale=kazakh)
    assert page.get_action() == urgent_page.get_action()
    assert UrgentAction.objects.count() == 1


def test_the_news_of_it_is_offered_too(urgent_page, kazakh):
    page = ChainPage(title="Moved", slug="moved", intro="To the capital.", mail_subject="News")
    urgent_page.add_child(instance=page)
    translate_object(urgent_page, [kazakh])
    translate_object(page, [kazakh])
    assert offered(page) >= {"title", "intro", "mail_subject"} and "link" not in offered(page)
    assert ChainPage.objects.get(locale=kazakh).link == page.link


def test_the_state_whose_embassies_are_found_is_the_same_in_every_language(home, kazakh):
    page = EmbassyFinderPage(title="Embassies", slug="finder", intro="Find.", missions_of="KZ")
    home.add_child(instance=page)
    translate_object(page, [kazakh])
    assert offered(page) >= {"title", "intro"} and "missions_of" not in offered(page)
    assert EmbassyFinderPage.objects.get(locale=kazakh).missions_of == "KZ"
