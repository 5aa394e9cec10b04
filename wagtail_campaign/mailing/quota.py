"""How many unrequested mails one address gets in a day, and how its purposes share them."""

from datetime import datetime, timedelta

from ..conf import conf
from . import kinds

# For how long a mail counts.
HOLDS = timedelta(days=1)


def free_at(kind: kinds.MailKind, latest: list[tuple[str, datetime]]) -> datetime | None:
    """When the address may get a mail of this kind; None where it always might have.

    ``latest`` are its latest mails, the newest first, as (name of the kind, when claimed): as many
    as a day has, of all kinds.

    One purpose leaves one mail of the day to the others, as long as a day has two. Else who signs
    with your address three times would keep you out of your own acts for a day, and who asks for
    links with it would keep you from signing.
    """
    a_day = conf.MAILS_PER_ADDRESS
    alike = {other.name for other in kinds.all_kinds() if other.purpose == kind.purpose}
    times = [
        _nth([claimed for _, claimed in latest], a_day),
        _nth([claimed for name, claimed in latest if name in alike], max(1, a_day - 1)),
    ]
    return max([time + HOLDS for time in times if time], default=None)


def _nth(times: list[datetime], number: int) -> datetime | None:
    return times[number - 1] if len(times) >= number else None
