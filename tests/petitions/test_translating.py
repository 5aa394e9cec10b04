"""An editor translates with wagtail-localize: one petition, however many pages."""

import pytest
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, TranslatableObject, TranslationSource
from wagtail_localize.operations import translate_object

from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions.models import Petition

pytestmark = pytest.mark.django_db

ALL_TEXTS = {
    "title",
    "intro",
    "addressed_to",
    "image_alt",
    "thanks",
    "updates_wording",
    "handover_wording",
}


@pytest.fixture
def kazakh():
    return Locale.objects.get(language_code="kk")


@pytest.fixture
def image():
    return get_image_model().objects.create(
        title="IMG_1", description="In the library", file=get_test_image_file()
    )


@pytest.fixture
def translated(page, kazakh, image):
    page.thanks, page.updates_wording, page.handover_wording = "<p>Thanks</p>", "News?", "Hand?"
    page.image, page.image_alt = image, "A gate"
    page.body = [
        ("heading", "How it began"),
        ("paragraph", "<p>In <b>May</b></p>"),
        ("image", {"image": image, "decorative": False, "alt_text": "A drum"}),
    ]
    page.save_revision().publish()
    translate_object(page, [kazakh])
    return page


def test_every_text_of_the_page_is_offered_for_translation(translated):
    source = TranslationSource.objects.get_for_instance(translated)
    segments = source.stringsegment_set
    paths = set(segments.values_list("context__path", flat=True))
    assert paths >= ALL_TEXTS
    assert sum(path.startswith("body.") for path in paths) == 3


def test_a_translated_page_shares_the_petition(translated, kazakh, client):
    page = PetitionPage.objects.get(locale=kazakh)
    assert page.get_action() == translated.get_action()
    assert Petition.objects.count() == 1


def test_translated_words_reach_the_page(
    translated, kazakh, client, django_capture_on_commit_callbacks
):
    source = TranslationSource.objects.get_for_instance(translated)
    for segment in source.stringsegment_set.exclude(context__path="slug"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=kazakh,
            context=segment.context,
            data=f"Қазақша {segment.string.data}",
        )
    with django_capture_on_commit_callbacks(execute=True):
        source.translations.get(target_locale=kazakh).save_target()
    page = PetitionPage.objects.get(locale=kazakh)
    shown = client.get(page.url).content.decode()
    assert "Қазақша How it began" in shown
    assert "Қазақша News?" in shown
    assert 'alt="Қазақша A gate"' in shown
    assert 'alt="Қазақша A drum"' in shown


def test_publishing_an_older_revision_changes_no_live_setting(page, petition):
    old = page.save_revision()
    petition.goal, petition.state = 5000, "closed"
    petition.save()
    page.title = "Another title"
    page.save_revision().publish()
    old.publish()
    petition.refresh_from_db()
    assert (petition.goal, petition.state) == (5000, "closed")


def test_an_alias_page_shows_and_signs_the_same_petition(page, home, client):
    alias = page.create_alias(parent=home, update_slug="mirror")
    assert alias.translation_key != page.translation_key
    assert alias.get_action() == page.get_action()
    assert client.get(alias.url).status_code == 200
    assert TranslatableObject.objects.count() == 0


def test_an_image_without_words_on_the_page_has_those_of_the_library(page, client, image):
    page.image = image
    page.body = [("image", {"image": image, "decorative": True, "alt_text": ""})]
    page.save_revision().publish()
    shown = client.get(page.url).content.decode()
    assert shown.count('alt="In the library"') == 1
    # That of the text only decorates.
    assert 'alt="IMG_1"' not in shown
