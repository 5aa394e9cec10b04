"""The demo content as a whole: made where it is missing, and never touched again."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.models import Site

from wagtail_campaign.donations.models import Fund
from wagtail_campaign.petitions.models import Petition

from ..site_content.models import HomePage
from . import gifts, letters, pages, signatures, sponsors, telling, translations, users
from .content.actions import PETITION


def load(say) -> None:
    """Makes what isn't there yet, and tells ``say`` what it is doing.

    The signatures of the petition come last: with them it is finished, and what is deleted later
    stays deleted.
    Whoever interrupts it gets the rest the next time.
    """
    # The petition that was made first: it is the one that comes last to its signatures.
    petition = Petition.objects.order_by("pk").first()
    if petition and petition.signatures.exists():
        return
    if not HomePage.objects.exists():
        say("Writing the pages in English")
        with transaction.atomic():
            users.create()
            pages.create()
    translator = get_user_model().objects.get(username=users.ADMINISTRATOR)
    for language, name in settings.LANGUAGES[1:]:
        say(f"Translating them: {name}")
        translations.create(language, translator)
    say("Winning a petition")
    telling.date_updates_back()
    telling.win(translator)
    say("Writing letters")
    letters.write(how_many=41, days=16)
    say("Lending names")
    sponsors.join(translator)
    say("Bringing gifts")
    gifts.bring(Fund.objects.get(), how_many=64, days=20)
    say("Collecting signatures")
    signatures.create(PETITION["slug"], how_many=137, days=33)


def serve_at(host: str, port: int) -> None:
    """Lets the links in mails lead to where the demo is served."""
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port = host, port
    # Also makes Wagtail forget the root pages that it knew before the translations were there.
    site.save()
