"""Whether an address has such an entry already. Asked where nobody can watch the answer."""

from ..supporters import addresses
from . import naming
from .models import Sponsor


def subject(sponsor: Sponsor) -> str:
    """What an address can be on a list as once: itself, and each organisation."""
    what = sponsor.kind
    if sponsor.is_organisation:
        what = f"{what}:{naming.listed_key(sponsor.name, sponsor.country)}"
    return f"{sponsor.sponsor_list.key}:{what}"


def is_there(sponsor: Sponsor, older_keys_only: bool = False) -> bool:
    """Whether another entry of the same stands, under any address key in force.

    With ``older_keys_only`` the writing key is left to the database's own constraint.
    """
    if sponsor.supporter is None:
        return False
    keys = addresses.dedupe_keys(subject(sponsor), sponsor.supporter.email)
    keys = keys[1 if older_keys_only else 0 :]
    if not keys:
        return False
    others = Sponsor.objects.filter(sponsor_list=sponsor.sponsor_list_id, dedupe_key__in=keys)
    return others.exclude(pk=sponsor.pk).exists()
