"""Letters for other programs: who wrote to whom, never what."""

from .. import moments
from ..actions.records import RecordState
from ..osdi.people import link_to
from ..osdi.resources import Resource, by_people, register
from .models import Channel, Letter

#: Our ways as OSDI calls them, which has an open list.
TYPES = {
    Channel.SITE: "email",
    Channel.MAIL: "email",
    Channel.POST: "postal mail",
    Channel.CAMPAIGN: "letter",
}


@register
class Outreaches(Resource):
    """https://opensupporter.github.io/osdi-docs/outreaches.html"""

    name, title = "outreaches", "Letters of those who agreed to news"

    def rows(self):
        confirmed = Letter.objects.filter(state=RecordState.CONFIRMED)
        return by_people(confirmed.prefetch_related("target__words"))

    def say(self, request, row, known):
        return {
            "created_date": moments.said(row.created_at),
            "action_date": moments.said(row.confirmed_at),
            "type": TYPES[row.channel],
            "targets": [{"title": str(row.target)}] if row.target else None,
            "referrer_data": {"source": row.source} if row.source else None,
            "_links": {"osdi:person": link_to(request, row.supporter_id)},
        }
