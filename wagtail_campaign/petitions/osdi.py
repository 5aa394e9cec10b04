"""Petitions and signatures for other programs."""

from django.urls import reverse

from .. import moments
from ..actions import siblings, tallies
from ..osdi import hal
from ..osdi.people import link_to
from ..osdi.resources import Resource, by_people, register
from .models import Petition, Signature, SignatureState


@register
class Petitions(Resource):
    """https://opensupporter.github.io/osdi-docs/petitions.html"""

    name, title = "petitions", "Petitions"

    def rows(self):
        return Petition.objects.all()

    def look_up(self, rows):
        keys = [petition.key for petition in rows]
        return siblings.source_pages(keys), tallies.all_counts(keys)

    def say(self, request, row, known):
        pages, counts = known
        page = pages.get(row.key)
        admin = reverse("campaign_petitions:edit", args=[row.pk])
        return {
            "created_date": moments.said(row.created_at),
            "title": page and page.title,
            "summary": page and page.intro,
            "browser_url": page and page.live and page.full_url,
            "administrative_url": request.build_absolute_uri(admin),
            # All who signed, whether they may be read or not.
            "total_signatures": sum(counts.get(row.key, {}).values()),
            "target": [{"name": page.addressed_to}] if page and page.addressed_to else None,
            "_links": {},
        }


@register
class Signatures(Resource):
    """https://opensupporter.github.io/osdi-docs/signatures.html"""

    name, title = "signatures", "Signatures of those who agreed to news"

    def rows(self):
        confirmed = Signature.objects.filter(state=SignatureState.CONFIRMED)
        return by_people(confirmed.select_related("supporter"))

    def say(self, request, row, known):
        return {
            "created_date": moments.said(row.created_at),
            "action_date": moments.said(row.confirmed_at),
            "comments": row.supporter.comment,
            "referrer_data": {"source": row.source} if row.source else None,
            "_links": {
                "osdi:person": link_to(request, row.supporter_id),
                "osdi:petition": hal.link(request, "osdi_one", "petitions", row.petition_id),
            },
        }
