"""What the demo tells: when updates were posted, and how a petition was won."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page

from wagtail_campaign.pages.models import PetitionPage
from wagtail_campaign.petitions import outcomes, paper
from wagtail_campaign.petitions.outcomes import Outcome
from wagtail_campaign.petitions.paper import PaperBatch
from wagtail_campaign.updates.pages import UpdateMixin

from . import signatures
from .content.telling import BUSES, BUSES_OUTCOMES, PAPER, UPDATES
from .content.urgent import CHAIN
from .pages import picture


def date_updates_back() -> None:
    """Lets the updates have been posted some days ago, in every language."""
    for content in [*UPDATES, *CHAIN]:
        moment = timezone.now() - timedelta(days=content["days_ago"])
        ids = Page.objects.type(UpdateMixin).filter(slug=content["slug"]).values("pk")
        Page.objects.filter(pk__in=ids).update(first_published_at=moment, last_published_at=moment)


def win(user) -> None:
    """The petition that was won, by the package's own verbs: signed, on paper too, and declared."""
    petition = PetitionPage.objects.filter(slug=BUSES["slug"]).first().get_action()
    if not petition.signatures.exists():
        signatures.create(BUSES["slug"], how_many=71, days=30, days_ago=45)
    if not petition.paper_batches.exists():
        number, days_ago, place = PAPER
        batch = PaperBatch(petition=petition, number=number, place=place)
        batch.collected_on = timezone.localdate() - timedelta(days=days_ago)
        paper.enter(batch, user)
    for kind, days_ago, drawing, description in BUSES_OUTCOMES:
        if not petition.outcomes.filter(kind=kind).exists():
            photo = picture(drawing, description) if drawing else None
            outcome = Outcome(petition=petition, kind=kind, photo=photo)
            outcome.happened_on = timezone.localdate() - timedelta(days=days_ago)
            outcomes.declare(outcome, user)
