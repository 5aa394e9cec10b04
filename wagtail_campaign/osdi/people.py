"""Who agreed to news of the campaign: an entry for each act, as the site joins nobody's acts."""

from .. import moments
from ..supporters.models import Consent, Purpose, Supporter
from . import hal
from .resources import Resource, register


@register
class People(Resource):
    """https://opensupporter.github.io/osdi-docs/people.html"""

    name, title = "people", "Those who agreed to news"

    def rows(self):
        agreed = Consent.objects.filter(purpose=Purpose.NEWS, withdrawn_at=None)
        return Supporter.objects.filter(pk__in=agreed.values("supporter"))

    def say(self, request, row, known):
        address = {"primary": True, "country": row.country, "postal_code": row.postcode}
        return {
            "created_date": moments.said(row.created_at),
            "given_name": row.first_name,
            "family_name": row.last_name,
            "preferred_language": row.language,
            "email_addresses": [
                {"primary": True, "address": row.email, "status": "subscribed"},
            ],
            "postal_addresses": [{k: v for k, v in address.items() if v}] if row.country else None,
            "_links": {},
        }


def link_to(request, supporter_id: int) -> dict:
    """The link to the person behind a record."""
    return hal.link(request, "osdi_one", People.name, supporter_id)
