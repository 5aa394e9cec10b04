"""What the demo has no example of: a petition in each state, links that no longer work, a page
with every block, a way out of an update's mail.

Run as a program beside the demo's server; it prints ``{name: path}`` as JSON.
"""

import json
import os
from datetime import timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "example_project.settings"
# One in each language of the demo and the next in the next: all have the same template.
STATES = {
    "not_yet": "en",
    "paused": "ru",
    "closed": "kk",
    "delivered": "en",
    "won": "ru",
    "archived": "kk",
}


def make() -> dict[str, str]:
    """Makes them; the paths of the pages and of the links."""
    from django.utils import timezone

    from wagtail_campaign.actions import doors
    from wagtail_campaign.pages.models import PetitionPage
    from wagtail_campaign.petitions import services
    from wagtail_campaign.supporters.models import Display

    paths = {}
    for state, language in STATES.items():
        source = PetitionPage.objects.get(slug="petition", locale__language_code=language)
        page = source.copy(update_attrs={"slug": f"petition-{state}"}, copy_revisions=False)
        page.save_revision().publish()
        paths[state] = f"/{language}/{page.slug}/"
        typed = {
            "first_name": "Әйгерім",
            "email": f"{state}@example.org",
            "display": Display.FULL,
            "ticked": [],
        }
        signature = services.sign(doors.find(page.pk, PetitionPage), typed)
        if state == "won":
            services.confirm(signature)
            services.withdraw(signature)
            paths["gone"] = f"/campaign/confirm/{signature.token('confirm')}/"
        if state == "delivered":
            paths["over"] = f"/campaign/confirm/{signature.token('confirm')}/"
        petition = page.get_or_create_action()
        if state == "not_yet":
            petition.opens_at = timezone.now() + timedelta(days=7)
        else:
            petition.state = state
        petition.save()
    for language in ("en", "ru", "kk"):
        source = PetitionPage.objects.get(slug="petition", locale__language_code=language)
        page = source.copy(update_attrs={"slug": "petition-forgets"}, copy_revisions=False)
        page.save_revision().publish()
        petition = page.get_or_create_action()
        petition.forgets = True
        petition.save()
        paths[f"forgets {language}"] = f"/{language}/{page.slug}/"
    return paths | make_urgent_actions() | make_blocks() | make_ways_out()


def make_urgent_actions() -> dict[str, str]:
    """Urgent actions that take no letters: "stopped-en", and "stopped-en letter" for writing."""
    from django.urls import reverse
    from django.utils import timezone

    from wagtail_campaign.pages.models import UrgentActionPage

    now = timezone.now()
    states = {
        "stopped-en": {"state": "closed", "stopped_at": now},
        "deadline-ru": {"closes_at": now - timedelta(days=1)},
        "paused-kk": {"state": "paused"},
    }
    paths = {}
    for name, values in states.items():
        language = name[-2:]
        source = UrgentActionPage.objects.get(slug="urgent-action", locale__language_code=language)
        page = source.copy(update_attrs={"slug": f"urgent-{name}"}, copy_revisions=False)
        page.save_revision().publish()
        action = page.get_or_create_action()
        for field, value in values.items():
            setattr(action, field, value)
        action.save()
        paths[name] = f"/{language}/{page.slug}/"
        paths[f"{name} letter"] = reverse("wagtail_campaign:letter_write", args=[page.pk])
    return paths | make_one_to_follow()


def make_one_to_follow() -> dict[str, str]:
    """An urgent action in three languages whose chain an editor goes on with: "followed-en", and
    "followed" for its English page in the admin."""
    from wagtail_campaign.pages.models import UrgentActionPage

    paths, key = {}, None
    for language in ("en", "ru", "kk"):
        source = UrgentActionPage.objects.get(slug="urgent-action", locale__language_code=language)
        changes = {"slug": "urgent-followed"} | ({"translation_key": key} if key else {})
        page = source.copy(update_attrs=changes, copy_revisions=False)
        page.save_revision().publish()
        if not key:
            key = page.translation_key
            paths["followed"] = f"/admin/pages/{page.pk}/"
            action, asked = page.get_or_create_action(), source.get_action()
            action.targets.set(asked.targets.all())
            for template in asked.templates.all():
                template.pk, template.urgent_action = None, action
                template.save()
        paths[f"followed-{language}"] = f"/{language}/{page.slug}/"
    return paths


def make_blocks() -> dict[str, str]:
    """A page with every block of the package, in each language: "blocks-ru"."""
    from example_project.site_content.models import StandardPage
    from wagtail_campaign.blocks import CAMPAIGN_BLOCKS
    from wagtail_campaign.pages.models import (
        DonationPage,
        PetitionPage,
        SponsorPage,
        UrgentActionPage,
    )

    paths = {}
    for petition in PetitionPage.objects.filter(slug="petition"):
        language = petition.locale.language_code
        urgent = UrgentActionPage.objects.get(slug="urgent-action", locale=petition.locale)
        sponsors = SponsorPage.objects.get(slug="sponsors", locale=petition.locale)
        donate = DonationPage.objects.get(slug="donate", locale=petition.locale)
        values = {
            "donate": {"page": donate},
            "sponsor_wall": {"page": sponsors, "number": 6},
            "retention": None,
            "urgent_alerts": {},
            "embassy_finder": {"state": "KZ"},
            "campaign_ways": {},
            "campaign_call": {"page": petition, "heading": "Sign", "text": "It takes two minutes."},
            "campaign_deadline": {"page": urgent},
            "campaign_quote": {"text": "We ask.", "who": "Aigul", "role": "A welder"},
            "campaign_contact": {
                "addresses": [{"name": "Office", "lines": "1 Street", "email": "o@example.org"}],
                "copies_to": ["copies@example.org"],
            },
        }
        for name, _block in CAMPAIGN_BLOCKS:
            about = urgent if name.startswith("urgent") else petition
            values.setdefault(name, {"page": about})
        body = [(name, values[name]) for name, _block in CAMPAIGN_BLOCKS]
        page = StandardPage(title="Blocks", slug="blocks", locale=petition.locale, body=body)
        petition.get_parent().add_child(instance=page)
        page.save_revision().publish()
        paths[f"blocks-{language}"] = f"/{language}/blocks/"
    return paths


def make_ways_out() -> dict[str, str]:
    """The link at the end of an update's mail, to somebody of each language: "out-ru"."""
    from wagtail_campaign.petitions.models import Signature
    from wagtail_campaign.supporters.models import Consent

    agreed = Consent.objects.filter(purpose="updates").values("supporter")
    paths = {}
    for signature in Signature.objects.filter(state="confirmed", supporter__in=agreed):
        token = signature.token("unsubscribe")
        paths[f"out-{signature.language}"] = f"/campaign/unsubscribe/{token}/"
    return paths


if __name__ == "__main__":
    django.setup()
    print(json.dumps(make()))
