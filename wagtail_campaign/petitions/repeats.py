"""Whether an address signed a petition before. Asked where nobody can watch the answer."""

from ..supporters import addresses
from .models import Petition, Signature


def is_signed(petition: Petition, address: str, older_keys_only: bool = False) -> bool:
    """Whether an address has signed, counting or invalidated, under any address key in force.

    With ``older_keys_only`` the writing key is left to the database's own constraint.
    """
    keys = addresses.dedupe_keys(petition.key, address)[1 if older_keys_only else 0 :]
    return bool(keys) and petition.signatures.filter(dedupe_key__in=keys).exists()


def has_signed(signature: Signature) -> bool:
    """Whether the one who made this signature has another that stands."""
    return bool(signature.supporter) and is_signed(signature.petition, signature.supporter.email)
