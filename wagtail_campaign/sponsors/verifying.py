"""Looking for the record that proves an organisation's domain: a TXT record in the DNS.

Only ``campaign_work`` and editors look, never the request of a sponsor: nobody can have this site
ask name servers at will, and none keeps a reader waiting.
"""

import time
from datetime import timedelta

import dns.exception
from django.db.models import F, Q
from django.utils import timezone

from ..mailing.work import Lease
from ..names import resolver
from . import correcting, domains
from .models import Sponsor
from .states import Verified

#: How long the name servers may take for one name.
SECONDS = 5
#: For so long it is looked for after it was asked for, and so often.
LOOKED_FOR = timedelta(days=7)
EVERY = timedelta(hours=1)
#: A pass looks for so many, and not much longer than so many seconds: mail is waiting.
A_PASS = 50
A_PASS_SECONDS = 60


def texts_at(name: str) -> list[str]:
    """The texts of the TXT records of a name; none where there are none, or nobody answers."""
    try:
        answer = resolver().resolve(name, "TXT", lifetime=SECONDS, search=False)
    except dns.exception.DNSException:
        return []
    return [b"".join(record.strings).decode("ascii", "replace") for record in answer]


def is_published(sponsor: Sponsor) -> bool:
    """Whether the domain of an organisation publishes its record, itself or below ``LABEL``."""
    domain, wanted = domains.of_website(sponsor.website), domains.record_for(sponsor)
    if not wanted:
        return False
    names = (f"{domains.LABEL}.{domain}.", f"{domain}.")
    return any(wanted in map(str.strip, texts_at(name)) for name in names)


def look(sponsor: Sponsor, user=None) -> bool:
    """Looks for the record of an organisation, and verifies it by that; True where it is there.

    ``user`` is the editor who wants to know, None for ``campaign_work``.
    """
    found = is_published(sponsor)
    Sponsor.objects.filter(pk=sponsor.pk).update(dns_looked_at=timezone.now())
    if not found:
        return False
    # Of the name and web site that were looked at: both may have changed meanwhile.
    same = Sponsor.objects.filter(pk=sponsor.pk, website=sponsor.website, name=sponsor.name)
    return bool(correcting.verify(same, [sponsor.pk], Verified.DNS, user).number)


def look_for_all(lease: Lease) -> int:
    """Looks for those records that sponsors have asked us to find; returns how many were found."""
    now, ends = timezone.now(), time.monotonic() + A_PASS_SECONDS
    due = Sponsor.objects.filter(
        Q(dns_looked_at=None) | Q(dns_looked_at__lt=now - EVERY),
        dns_asked_at__gt=now - LOOKED_FOR,
        verified_by=Verified.NO,
    )
    found = 0
    for sponsor in due.order_by(F("dns_looked_at").asc(nulls_first=True), "pk")[:A_PASS]:
        if time.monotonic() > ends:
            break
        lease.renew()
        found += look(sponsor)
    return found
