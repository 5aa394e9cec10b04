"""What stands on a bank statement:
https://docs.stripe.com/get-started/account/statement-descriptors."""

import re

from .errors import Refused

FITS = re.compile(r"""(?=.*[A-Za-z])[^<>\\'"*]{1,22}""")


def check(text: str, param: str) -> str:
    """A descriptor, or the suffix of one. Raises ``Refused``."""
    if not text.isascii():
        raise Refused("The statement descriptor must contain only Latin characters.", param=param)
    if not FITS.fullmatch(text):
        said = (
            "A statement descriptor can have up to 22 characters, none of < > \\ ' \" *, and must"
        )
        raise Refused(f"{said} contain at least one letter.", param=param)
    return text
