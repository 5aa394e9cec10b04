"""What a rule looks for in names and addresses: domains, and patterns with ``*`` for anything."""

import re

from django.core.exceptions import ValidationError
from django.db.models import F, Value
from django.db.models.functions import Concat, Trim
from django.db.models.lookups import BuiltinLookup, IContains
from django.utils.translation import gettext as _
from email_validator import EmailNotValidError, validate_email

from ..supporters.cleaning import clean_line

#: Letters and digits that a pattern has to name: "*a*" would find nearly everybody.
FEWEST = 3
ANYTHING = re.compile(r"\*+")


class Matches(IContains):
    """A text that matches a pattern as a whole, in whichever case; ``*`` stands for anything.

    No regular expression: a pattern that somebody types can't keep a database busy for ever.
    """

    def process_rhs(self, compiler, connection):
        rhs, params = BuiltinLookup.process_rhs(self, compiler, connection)
        escaped = connection.ops.prep_for_like_query(self.rhs)
        return rhs, [escaped.replace("*", "%")]


def name_matches(pattern: str) -> Matches:
    """A condition on signatures: the name that their supporter typed matches."""
    name = Concat(F("supporter__first_name"), Value(" "), F("supporter__last_name"))
    return Matches(Trim(name), pattern)


def address_matches(pattern: str) -> Matches:
    """A condition on signatures: the address matches."""
    return Matches(F("supporter__email"), pattern)


def clean_pattern(typed: str) -> str:
    """A pattern as it is kept. Raises ``ValidationError`` where it would find nearly everybody."""
    pattern = ANYTHING.sub("*", clean_line(typed))
    if pattern and sum(c.isalnum() for c in pattern) < FEWEST:
        raise ValidationError(
            _("Please say more: three letters or digits at least."), code="too_short"
        )
    return pattern


def clean_address_pattern(typed: str) -> str:
    """The same for addresses. A whole one is refused: a rule is not for one person."""
    pattern = clean_pattern(typed)
    if pattern and "*" not in pattern.partition("@")[0]:
        raise ValidationError(
            _(
                "Please put a * into it, before the @. To find one person, use “Find a person”:"
                " a rule is kept for some weeks."
            ),
            code="whole_address",
        )
    return pattern


def clean_domain(typed: str) -> str:
    """A domain as it stands in addresses: lower case, international ones in Unicode."""
    domain = clean_line(typed).lower().removeprefix("@")
    if not domain:
        return ""
    try:
        return validate_email(f"x@{domain}", check_deliverability=False).domain
    except EmailNotValidError as error:
        raise ValidationError(
            _("Please give a domain, such as example.org."), code="domain"
        ) from error
