"""Names lent in the demo: invented organisations and people, by the package's own verbs."""

from django.test.utils import override_settings

from wagtail_campaign.actions import doors
from wagtail_campaign.pages.models import SponsorPage
from wagtail_campaign.sponsors import correcting, moderation, services
from wagtail_campaign.sponsors.models import Sponsor
from wagtail_campaign.sponsors.states import Kind, Verified
from wagtail_campaign.sponsors.types import of_page

from .content import sponsors as content


def join(moderator) -> None:
    """Lends all names, and publishes them but for the last two. The mails are sent nowhere."""
    pages = SponsorPage.objects.live().filter(slug=content.SPONSORS["slug"])
    pages = {page.locale.language_code: page for page in pages}
    types = {each.name: each.uuid for each in of_page(pages["en"])}
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend"):
        made = [_organisation(pages, types, *row) for row in content.ORGANISATIONS]
        made += [_person(pages, types, *row) for row in content.PERSONS]
        ids = [sponsor.pk for sponsor in made]
        moderation.publish(Sponsor.objects.all(), ids[: -content.WAITING], moderator)


def _organisation(pages, types, language, type, name, names, country, site, members, said, by):
    entry = {
        "type_uuid": types[type],
        "name": name,
        "names": names,
        "country": country,
        "website": site,
        "members": members,
        "quote": said,
    }
    host = site.removeprefix("https://") or "example.org"
    address = f"office@{host}" if by == Verified.ADDRESS else f"sponsor-{len(name)}@example.com"
    contact = {"first_name": "Demo", "last_name": "Demo", "authority": "Demonstration"}
    sponsor = _joined(pages[language], Kind.ORGANISATION, address, country, entry, contact)
    if by and by != Verified.ADDRESS:
        correcting.verify(Sponsor.objects.all(), [sponsor.pk], Verified(by), None)
    return sponsor


def _person(pages, types, language, type, first, last, role, organisation, speaks, country, said):
    entry = {
        "type_uuid": types[type],
        "name": f"{first} {last}",
        "role": role,
        "organisation": organisation,
        "speaks_for": speaks,
        "country": country,
        "quote": said,
    }
    address = f"sponsor-{len(said)}-{country.lower()}@example.com"
    named = {"first_name": first, "last_name": last}
    return _joined(pages[language], Kind.PERSON, address, country, entry, named)


def _joined(page, kind, address, country, entry, named) -> Sponsor:
    typed = {"email": address, "country": country, "entry": entry, "ticked": [], **named}
    sponsor = services.join(doors.find(page.pk, SponsorPage), kind, typed)
    services.confirm(Sponsor.objects.select_related("supporter", "sponsor_list").get(pk=sponsor.pk))
    return sponsor
