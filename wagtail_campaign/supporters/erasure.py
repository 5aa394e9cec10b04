"""Forgetting people, while what they did still counts."""

from datetime import datetime

from django.db import transaction

from .models import Purpose, Supporter

#: What can't be done without an address.
BY_MAIL = {Purpose.UPDATES, Purpose.NEWS, Purpose.ALERTS}


def erase_supporter(supporter_id: int | None) -> None:
    """Deletes what one person told us for one act, with their consents; their mails lose them."""
    if supporter_id:
        Supporter.objects.filter(pk=supporter_id).delete()


def keep_for(supporter: Supporter, purposes: set[str]) -> bool:
    """Destroys what none of the purposes needs; False where nothing is left of the supporter.

    Mails need the address and a name, the hand-over all but the address; nothing needs the answers
    to a page's own questions.
    """
    if not purposes:
        erase_supporter(supporter.pk)
        return False
    needless = ["postcode"]
    if Purpose.HANDOVER not in purposes:
        needless += ["organisation", "comment"]
    if not purposes & BY_MAIL:
        needless += ["email", "email_key", "key_id"]
        # They carry the key of the address.
        supporter.mails.update(supporter=None)
    emptied = dict.fromkeys(needless, "") | {"answers": {}}
    Supporter.objects.filter(pk=supporter.pk).update(**emptied)
    # Not before: the verb may be repeated, and needs what was told. Receivers come after it.
    transaction.on_commit(lambda: vars(supporter).update(emptied))
    return True


def by_months(records: list, *fields: str) -> list[tuple[list[int], dict]]:
    """Records sorted by the months of some of their moments, to be written in few statements:
    (ids, {field: the first moment of its month}) for each that there are."""
    found = {}
    for record in records:
        months = tuple(month_of(getattr(record, field)) for field in fields)
        found.setdefault(months, []).append(record.pk)
    return [(ids, dict(zip(fields, months, strict=True))) for months, ids in found.items()]


def month_of(moment: datetime | None) -> datetime | None:
    """The first moment of a month (UTC): as much of a date as is kept."""
    return moment and moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
