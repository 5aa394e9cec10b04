"""What is still missing before an action can do what it is for. Slices say what."""

from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class Problem:
    """One thing to mend, and where: a record, a model (its list), or the name of a page about the
    action ("edit"), with ``?query``, or the field on it; None where no editor mends it."""

    said: str
    where: models.Model | type[models.Model] | str | None = None
    query: str = ""
    field: str = ""
    #: Whether no page can be published before.
    stops: bool = False
