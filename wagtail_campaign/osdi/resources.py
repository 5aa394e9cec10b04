"""What other programs can read: each room says it with a ``Resource``."""

from django.db.models import Exists, OuterRef, QuerySet

from ..supporters.models import Consent, Purpose
from . import hal

_resources: dict[str, "Resource"] = {}


class Resource:
    """One kind of records. Subclasses set the attributes and implement ``rows`` and ``say``."""

    #: As it stands in addresses and, with "osdi:", in links: "signatures".
    name = ""
    #: What its link says in the entry point.
    title = ""

    def rows(self) -> QuerySet:
        """All that may be read, with what ``say`` needs of other tables."""
        raise NotImplementedError

    def say(self, request, row, known) -> dict:
        """The fields and ``_links`` of one, but for those that all have; ``known``: what
        ``look_up`` gave for all that are said together."""
        raise NotImplementedError

    def look_up(self, rows: list):
        """What ``say`` needs beside the rows, read for all of them at once."""

    def documents(self, request, rows: list) -> list[dict]:
        """Some resources, each whole."""
        known = self.look_up(rows)
        return [self._document(request, row, known) for row in rows]

    def _document(self, request, row, known) -> dict:
        said = self.say(request, row, known)
        links = {"self": hal.link(request, "osdi_one", self.name, row.pk), **said.pop("_links")}
        return {
            "identifiers": [f"{hal.NAMESPACE}:{row.pk}"],
            "origin_system": hal.NAMESPACE,
            **{name: value for name, value in said.items() if value not in (None, "")},
            "_links": links,
        }


def register(resource: type[Resource]) -> type[Resource]:
    """Class decorator: makes a resource known by its name."""
    _resources[resource.name] = resource()
    return resource


def get(name: str) -> Resource | None:
    """The resource of that name."""
    return _resources.get(name)


def everything() -> list[Resource]:
    """All resources, by name."""
    return [_resources[name] for name in sorted(_resources)]


def by_people(rows: QuerySet) -> QuerySet:
    """Those of some records whose supporters may be read: they agreed to news of the campaign."""
    stands = Consent.objects.filter(
        supporter=OuterRef("supporter"), purpose=Purpose.NEWS, withdrawn_at=None
    )
    return rows.filter(Exists(stands))
