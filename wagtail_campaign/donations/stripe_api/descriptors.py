"""What a donor's bank statement says of a gift, as Stripe takes it:
https://docs.stripe.com/get-started/account/statement-descriptors.

Of a payment made once it follows the account's own words. Of what recurs Stripe takes it from the
product alone that is paid for first, and Checkout takes none for a product that it makes itself: so
there is a product for it.
"""

import hashlib
import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: ASCII without < > \\ ' " *, of which one is a letter; as short as a whole descriptor may be.
FITS = re.compile(r"""(?=.*[A-Za-z])[ !#-&(),-;=?-\[\]-~]{5,}""")


def check(text: str) -> None:
    """A validator. What Stripe wouldn't take would keep everybody from giving. Raises
    ``ValidationError``."""
    if not FITS.fullmatch(text):
        raise ValidationError(
            _(
                "At least five Latin letters and figures, of which one is a letter; no quotation"
                " marks, no asterisk, no < and >."
            ),
            code="descriptor",
        )


def product(name: str, descriptor: str) -> dict[str, str]:
    """The product of gifts with that name and these words, always under the same id."""
    digest = hashlib.sha256(f"{name}\n{descriptor}".encode()).hexdigest()
    return {"id": f"campaign_{digest[:24]}", "name": name, "statement_descriptor": descriptor}
