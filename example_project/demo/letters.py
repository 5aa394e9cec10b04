"""Whom the demo writes to and for, and the letters that invented people have written."""

import random
from datetime import timedelta

from django.test.utils import override_settings
from django.utils import timezone

from wagtail_campaign.actions import doors
from wagtail_campaign.mailing import delivery
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.pages.models import UrgentActionPage
from wagtail_campaign.supporters import countries
from wagtail_campaign.supporters.models import Consent, Display, Supporter
from wagtail_campaign.urgent_actions import services
from wagtail_campaign.urgent_actions.directory.contacts import Contact
from wagtail_campaign.urgent_actions.directory.missions import Mission
from wagtail_campaign.urgent_actions.directory.targets import Target, TargetWords
from wagtail_campaign.urgent_actions.drafting.letters import draft
from wagtail_campaign.urgent_actions.emails import ToTarget
from wagtail_campaign.urgent_actions.models import (
    Channel,
    Delivery,
    Kind,
    Letter,
    LetterTemplate,
    LetterText,
)
from wagtail_campaign.urgent_actions.persons import Person, PersonWords

from . import signatures
from .content import letters as content
from .content import persons, targets
from .content.urgent import (
    SOLIDARITY,
    SOLIDARITY_DAYS,
    SOLIDARITY_GOAL,
    URGENT,
    URGENT_DAYS,
    URGENT_GOAL,
)

SOURCE = "Invented for the demonstration"
NOWHERE = "django.core.mail.backends.dummy.EmailBackend"
# Which way they go: most by the site.
CHANNELS = [Channel.SITE, Channel.SITE, Channel.SITE, Channel.MAIL, Channel.POST]


def prepare(pages: dict) -> None:
    """Says of both actions who is written to and for whom, until when, and by which letter."""
    for about in targets.MISSIONS:
        make_mission(*about)
    ends = timezone.now().replace(hour=16, minute=0, second=0, microsecond=0)

    action = pages["URGENT"].get_or_create_action()
    action.missions_of = "KZ"
    action.goal = URGENT_GOAL
    action.closes_at = ends + timedelta(days=URGENT_DAYS)
    action.save()
    action.persons.add(make_person(persons.LAWYER))
    action.targets.add(make_ministry())
    make_templates(action, content.FOR_THE_LAWYER)

    action = pages["SOLIDARITY"].get_or_create_action()
    action.kind = Kind.SOLIDARITY
    action.goal = SOLIDARITY_GOAL
    action.closes_at = ends + timedelta(days=SOLIDARITY_DAYS)
    action.save()
    action.persons.add(make_person(persons.DRILLER))
    make_templates(action, content.TO_THE_NINETEEN)


def make_person(about: dict) -> Person:
    """A person of concern, called and told of in three languages."""
    plain = {key: value for key, value in about.items() if key != "words"}
    person = Person(consent_on=timezone.localdate() - timedelta(days=30), **plain)
    person.look_again_on = timezone.localdate() + timedelta(days=150)
    person.words = [PersonWords(language=code, **words) for code, words in about["words"].items()]
    person.save()
    return person


def make_ministry() -> Target:
    """The ministry, which all write to."""
    about = targets.MINISTRY
    ministry = Target(country="KZ", reads=about["reads"])
    ministry.words = [
        TargetWords(language=code, office=office, salutation=salutation, address=address)
        for code, (office, salutation, address) in about["words"].items()
    ]
    ministry.contacts = contacts(about["email"], about["verified_days_ago"])
    ministry.save()
    return ministry


def make_mission(host, kind, covers, reads, days_ago, address, offices) -> Mission:
    """An embassy or consulate."""
    greetings = targets.EMBASSY if kind == "embassy" else targets.CONSULATE
    mission = Mission(country="KZ", host=host, kind=kind, covers=covers, reads=reads)
    mission.words = [
        TargetWords(
            language=code,
            office=office,
            salutation=greetings[code],
            address="\n".join([office, address, countries.name(host, code)]),
        )
        for code, office in offices.items()
    ]
    mission.contacts = contacts(f"{kind}.{host.lower()}@example.org", days_ago)
    mission.save()
    return mission


def contacts(email: str, days_ago: int) -> list[Contact]:
    """How a target is reached, last verified some days ago."""
    verified_on = timezone.localdate() - timedelta(days=days_ago)
    return [
        Contact(kind="email", value=email, source=SOURCE, verified_on=verified_on),
        Contact(kind="post", source=SOURCE, verified_on=verified_on),
    ]


def make_templates(action, texts: dict) -> None:
    """The letters to start from, as the admin would check them."""
    for language, (subject, text) in texts.items():
        template = LetterTemplate(
            urgent_action=action, language=language, subject=subject, text=text
        )
        template.full_clean()
        template.save()


def write(how_many: int, days: int) -> None:
    """Writes and confirms letters by the package's own verbs, then dates them back.

    The mails are sent nowhere, so that the inbox is empty for whoever tries the demo.
    """
    with override_settings(EMAIL_BACKEND=NOWHERE):
        write_for_the_lawyer(how_many, days)
        write_to_the_nineteen()


def write_for_the_lawyer(how_many: int, days: int) -> None:
    """Letters to the ministry and to embassies, by all ways."""
    pages = pages_of(URGENT["slug"])
    action = pages["en"].get_action()
    if action.letters.exists():
        return
    ministry = action.targets.get()
    chance = random.Random(1912)
    for number, person in enumerate(chance.sample(signatures.everybody(), how_many)):
        country, language, *_names = person
        embassy = Mission.objects.filter(host=country, kind="embassy").first()
        about = {
            "target": chance.choice([ministry, embassy or ministry]),
            "channel": chance.choice(CHANNELS),
        }
        letter = write_one(pages[language], number, person, about)
        # More of them lately, as with signatures; the last one some hours ago.
        ago = timedelta(hours=3, days=days * (1 - number / how_many) ** 2)
        date_back(letter, timezone.now() - ago)


def write_to_the_nineteen() -> None:
    """Letters to prison, as they are on the wall: read by a moderator, and handed over."""
    pages = pages_of(SOLIDARITY["slug"])
    action = pages["en"].get_action()
    if action.letters.exists():
        return
    for number, (language, country, first_name, last_name, words) in enumerate(content.WALL):
        person = (country, language, first_name, last_name)
        letter = write_one(
            pages[language],
            100 + number,
            person,
            {"channel": Channel.CAMPAIGN, "on_wall": True, "display": Display.INITIAL},
            words,
        )
        date_back(letter, timezone.now() - timedelta(days=9 - 3 * number))


def write_one(page, number: int, person: tuple, about: dict, words: str = "") -> Letter:
    """One letter, written from a page, confirmed and gone."""
    country, language, first_name, last_name = person
    target = about.get("target")
    typed = {
        "first_name": first_name,
        "last_name": last_name,
        "email": f"letter-{number + 1}@example.org",
        "country": country,
        "ticked": [],
        **about,
    }
    door = doors.find(page.pk, UrgentActionPage)
    if about["channel"] in {Channel.MAIL, Channel.POST}:
        letter = services.log(door, typed)
    else:
        start, _beside = draft(page.get_action(), target, language if not target else "", language)
        typed["contact"] = target.contact("email") if target else None
        typed |= {"written_in": start.language, "subject": start.subject}
        typed["text"] = words or f"{start.text}\n\n{content.OWN_WORDS[start.language]}"
        letter = services.write(door, typed)
    services.confirm(letter)
    go_out(letter)
    return letter


def go_out(letter: Letter) -> None:
    """Lets a letter go at once, so that a visitor's own hasn't to wait behind it."""
    if letter.channel == Channel.CAMPAIGN:
        Letter.objects.filter(pk=letter.pk).update(
            delivery=Delivery.SENT, delivered_at=timezone.now()
        )
    for mail in Mail.objects.filter(kind=ToTarget.name, object_id=letter.pk):
        delivery.deliver(mail.pk)
    Contact.objects.filter(pk=letter.contact_id).update(free_at=None)


def pages_of(slug: str) -> dict:
    """{language: page} of an urgent action."""
    pages = UrgentActionPage.objects.live().filter(slug=slug).select_related("locale")
    return {page.locale.language_code: page for page in pages}


def date_back(letter: Letter, moment) -> None:
    """Lets it have been written, confirmed and sent at a moment of the past."""
    Letter.objects.filter(pk=letter.pk).update(created_at=moment, confirmed_at=moment)
    Letter.objects.filter(pk=letter.pk, delivery=Delivery.SENT).update(delivered_at=moment)
    LetterText.objects.filter(supporter=letter.supporter_id).update(created_at=moment)
    Supporter.objects.filter(pk=letter.supporter_id).update(created_at=moment)
    Consent.objects.filter(supporter=letter.supporter_id).update(given_at=moment)
