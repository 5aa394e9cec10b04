"""Signatures of the demo: invented people who signed and confirmed over the last weeks."""

import random
from datetime import timedelta
from itertools import product

from django.test.utils import override_settings
from django.utils import timezone

from wagtail_campaign.actions import doors
from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.supporters.models import Consent, Display, Supporter

from .content.names import NAMES

DISPLAYS = [Display.FULL, Display.FULL, Display.INITIAL, Display.ANONYMOUS, Display.ANONYMOUS]


def create(slug: str, how_many: int, days: int, days_ago: int = 0) -> None:
    """Signs and confirms by the package's own verbs, then dates it back.

    ``days`` is for how long people sign, until ``days_ago``. The mails are sent nowhere, so that
    the inbox is empty for whoever tries the demo.
    """
    pages = PetitionPage.objects.live().filter(slug=slug)
    pages = {page.locale.language_code: page.pk for page in pages}
    chance = random.Random(2026)
    people = chance.sample(everybody(), how_many)
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend"):
        for number, (country, language, first_name, last_name) in enumerate(people):
            door = doors.find(pages[language], PetitionPage)
            typed = {
                "first_name": first_name,
                "last_name": last_name,
                "email": f"{slug}-{number + 1}@example.org",
                "country": country,
                "display": chance.choice(DISPLAYS),
                "ticked": [words for words, _ in door.wordings.values() if chance.random() < 0.4],
                "answers": answered(door.questions, chance),
            }
            signature = services.sign(door, typed)
            services.confirm(signature)
            # More of them lately, as a campaign grows; the last one an hour ago.
            ago = timedelta(days=days_ago, hours=1)
            ago += timedelta(days=days * (1 - number / how_many) ** 2)
            date_back(signature, timezone.now() - ago)


def answered(questions, chance) -> dict[str, list[str]]:
    """The answers of somebody who ticks and doesn't type, and not always."""
    return {
        question.uuid: [chance.choice(question.choices)[0]]
        for question in questions
        if question.choices and chance.random() < 0.6
    }


def everybody() -> list[tuple[str, str, str, str]]:
    """(country, language, first name, last name) of everybody who could have signed."""
    return [
        (country, language, first, last)
        for country, language, firsts, lasts in NAMES
        for first, last in product(firsts, lasts)
    ]


def date_back(signature: Signature, moment) -> None:
    """Lets it have been signed and confirmed at a moment of the past."""
    Signature.objects.filter(pk=signature.pk).update(created_at=moment, confirmed_at=moment)
    Supporter.objects.filter(pk=signature.supporter_id).update(created_at=moment)
    Consent.objects.filter(supporter=signature.supporter_id).update(given_at=moment)
