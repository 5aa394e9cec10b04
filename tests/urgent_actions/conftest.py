"""An urgent action for a lawyer, in three languages: a ministry, an embassy, and letters."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale

from tests.headless.conftest import front_end  # noqa: F401
from tests.people import change, mails_to
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.pages.models import UrgentActionPage
from wagtail_campaign.urgent_actions.directory.contacts import Contact
from wagtail_campaign.urgent_actions.directory.missions import Mission
from wagtail_campaign.urgent_actions.directory.targets import Target, TargetWords
from wagtail_campaign.urgent_actions.models import Letter, LetterTemplate
from wagtail_campaign.urgent_actions.persons import Person, PersonWords

TEXTS = {
    "en": ("Free {person}", "{salutation}\n\nI write about {person}, detained since May. "),
    "ru": ("Свободу {person:dative}", "{salutation}\n\nПишу Вам о судьбе {person:genitive}."),
    "kk": ("{person:dative} бостандық", "{salutation}\n\nСізге {person} туралы жазып отырмын."),
}
ENDINGS = {
    "en": "\n\nPlease release {person} before {deadline}, and let lawyers work.\n\n{name}, {city}",
    "ru": "\n\nПрошу освободить {person:accusative} до {deadline} и не мешать защите.\n\n{name}",
    "kk": "\n\n{deadline} дейін босатуыңызды сұраймын, адвокаттар жұмыс істей берсін.\n\n{name}",
}


def template(language: str) -> dict:
    subject, text = TEXTS[language]
    return {"language": language, "subject": subject, "text": text + ENDINGS[language]}


@pytest.fixture
def person(db):
    person = Person(
        status="detained",
        consent_by="Her sister, by telephone",
        consent_on=date(2026, 5, 3),
        never_mention="asthma\nастм",
    )
    person.words = [
        PersonWords(language="en", name="Saule Nurlanova", story="A lawyer for the strikers."),
        PersonWords(
            language="ru",
            name="Сауле Нурланова",
            genitive="Сауле Нурлановой",
            dative="Сауле Нурлановой",
            accusative="Сауле Нурланову",
        ),
        PersonWords(language="kk", name="Сәуле Нұрланова", dative="Сәуле Нұрлановаға"),
    ]
    person.save()
    return person


def words(target):
    """How a target is called and greeted, in three languages."""
    return [
        TargetWords(
            language="en",
            office=f"{target} in English",
            salutation="Dear Minister,",
            address="1 Example Street\n010000 Astana\nKazakhstan",
        ),
        TargetWords(language="ru", office=f"{target} по-русски", salutation="Уважаемый министр!"),
        TargetWords(language="kk", office=f"{target} қазақша", salutation="Құрметті министр!"),
    ]


@pytest.fixture
def ministry(db):
    target = Target(country="KZ", reads="kk ru")
    target.words = words("Ministry")
    target.contacts = [
        Contact(kind="email", value="ministry@example.org", verified_on=timezone.localdate())
    ]
    target.save()
    return target


@pytest.fixture
def embassy(db):
    mission = Mission(country="KZ", reads="en ru", host="DE", covers="AT LI")
    mission.words = words("Embassy")
    mission.contacts = [Contact(kind="email", value="embassy@example.org")]
    mission.save()
    return mission


@pytest.fixture
def urgent_page(home, person, ministry, embassy, after_commit):
    """The live English page of the urgent action."""
    page = UrgentActionPage(
        title="A lawyer is in danger",
        slug="urgent-action",
        number="60/16",
        intro="She defended strikers and was detained.",
        copies_to="campaign@example.org",
    )
    with after_commit():
        page = home.add_child(instance=page)
        action = page.get_action()
        action.persons.add(person)
        action.targets.add(ministry)
        change(action, missions_of="KZ", closes_at=timezone.now() + timedelta(days=20))
        for language in TEXTS:
            written = LetterTemplate(urgent_action=action, **template(language))
            written.full_clean()
            written.save()
    return page


@pytest.fixture
def urgent_pages(urgent_page, home):
    """The same in English, Russian and Kazakh: {language: page}."""
    translations = {"en": urgent_page}
    for code, title in (("ru", "Адвокат в опасности"), ("kk", "Адвокатқа қауіп төніп тұр")):
        locale = Locale.objects.get(language_code=code)
        translation = UrgentActionPage(
            title=title,
            slug="urgent-action",
            intro=title,
            locale=locale,
            translation_key=urgent_page.translation_key,
        )
        translations[code] = home.get_translation(locale).add_child(instance=translation)
    return translations


@pytest.fixture
def action(urgent_page):
    return urgent_page.get_action()


@pytest.fixture
def written(client, urgent_page, ministry):
    """What a supporter sends from the page of the letter; a test changes what it is about."""
    from .people import letter_to

    return letter_to(client, urgent_page, ministry)


@pytest.fixture
def sent(client, urgent_page, ministry, written):
    """The letter as the ministry's server got it: {header: value}."""
    from .people import write_and_confirm

    write_and_confirm(client, urgent_page, ministry, written)
    run_pass()
    return dict(mails_to("ministry@example.org")[-1].message().items())


@pytest.fixture
def fate():
    """What became of all letters, the oldest first: (delivery, what was said)."""
    return lambda: list(Letter.objects.order_by("pk").values_list("delivery", "error"))


@pytest.fixture
def solidarity(urgent_page, after_commit):
    """The same page, for letters to the lawyer herself; its action."""
    action = urgent_page.get_action()
    with after_commit():
        change(action, kind="solidarity")
    return action
