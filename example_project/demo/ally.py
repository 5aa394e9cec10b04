"""Lets the site of an ally show the actions of the demo."""

from django.conf import settings

from wagtail_campaign.embeds import origins
from wagtail_campaign.pages.models import DonationPage, PetitionPage, UrgentActionPage

from .content.actions import PETITION
from .content.fund import FUND
from .content.urgent import URGENT

ACTIONS = ((PetitionPage, PETITION), (UrgentActionPage, URGENT), (DonationPage, FUND))


def let_in() -> None:
    """Names the ally's site to the actions that it shows. The demo may be served at another port
    than before: then the ally is there as well."""
    name = settings.ALLY_ORIGIN.rpartition(":")[0]
    for page_type, content in ACTIONS:
        page = page_type.objects.filter(slug=content["slug"]).order_by("pk").first()
        action = page.get_action() if page else None
        if action is None:
            continue
        others = [
            origin
            for origin in origins.listed(action.embed_origins)
            if origin.rpartition(":")[0] != name
        ]
        named = "\n".join([*others, settings.ALLY_ORIGIN])
        if action.embed_origins != named:
            action.embed_origins = named
            action.save()
