"""A file with targets as a table: see ``actions.reading``. What its rows say is in
``row_reading``."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ...actions import reading
from ...actions.reading import Table
from ..languages import check_language
from . import rows as directory
from .rows import OF_WORDS


def read(content: bytes) -> Table:
    """The table in a file. Raises ``actions.reading.Unreadable``."""
    return reading.read(content, _against)


def _against(column: str) -> str:
    if not directory.is_column(column):
        return _("There is no column of that name.")
    match = OF_WORDS.fullmatch(column)
    return objection(check_language, match[2]) if match else ""


def objection(check, *values) -> str:
    """What a check has against a value, "" for nothing."""
    try:
        check(*values)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""
