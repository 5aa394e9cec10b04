"""The conversation with the mail server, and what its answer means.

=====================================  ====================================================
the mail server …                      the mail …
=====================================  ====================================================
accepts it                             is ``sent``
can't be reached, answers 4xx,         goes back to ``queued``, for later
refuses the sender, or the site's
settings lead to none
answers 5xx                            is ``failed``: the address or the mail is refused
hangs up or falls silent meanwhile     is ``unknown``: perhaps it went out, so never again
=====================================  ====================================================

What was said begins with the code. "SMTP 550" alone is about the address that is written to; what
else was refused stands behind it: in "SMTP 554 (SMTPDataError)" it is the mail itself. What a mail
service answers over HTTP is in ``mail_services``.
"""

import logging
import re
from smtplib import (
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from django.core import mail as django_mail

from ..conf import conf
from . import mail_services
from .models import MailState

logger = logging.getLogger(__name__)

ADDRESS_REFUSED = re.compile(r"SMTP [45]\d\d", re.ASCII)


class NoWay:
    """Stands in for a back end that can't be made, and says why when it is to be opened."""

    def __init__(self, error: Exception):
        self.error = error

    def open(self):
        # Raised for each mail of a pass, whose frames it would otherwise gather.
        raise self.error.with_traceback(None)

    def close(self):
        pass


def connection():
    """The site's way to its mail server, not yet opened; with a time-out if it has none."""
    try:
        connection = _connection()
    except Exception as error:
        logger.exception("The site's e-mail back end can't be made")
        return NoWay(error)
    if getattr(connection, "timeout", 0) is None:
        connection.timeout = conf.MAIL_TIMEOUT
    return connection


def hand_over(message, connection) -> tuple[str, str]:
    """Gives a message to the mail server: the state of the mail after that, and what was said.

    What was said is a code or the name of an error: nothing of the person written to. The
    connection stays open for the next message, unless something went wrong on it.
    """
    try:
        _open(connection)
    except Exception as error:
        # Whatever it is: nothing is on its way yet.
        close(connection)
        return MailState.QUEUED, _name(error)
    try:
        connection.send_messages([message])
    except Exception as error:
        # Whatever state it is in: the next message gets a new one.
        close(connection)
        return _verdict(error)
    return MailState.SENT, ""


def refuses_address(said: str) -> bool:
    """Whether what a server said is about the address, whatever is in the mail."""
    return bool(ADDRESS_REFUSED.fullmatch(said))


def close(connection) -> None:
    """Ends the conversation, however the server takes it."""
    try:
        connection.close()
    except (OSError, SMTPException):
        logger.info("The mail server did not say good-bye")


def _connection():
    if hasattr(django_mail, "mailers"):  # Django 6.1
        return django_mail.mailers.default
    return django_mail.get_connection()


def _open(connection) -> None:
    smtp = getattr(connection, "connection", None)
    if smtp is not None and hasattr(smtp, "noop"):
        # Servers hang up after so many mails or seconds: better noticed now than in mid-mail.
        try:
            smtp.noop()
        except (OSError, SMTPException):
            close(connection)
    connection.open()


def _verdict(error: Exception) -> tuple[str, str]:
    if verdict := mail_services.verdict(error):
        return verdict
    if isinstance(error, SMTPRecipientsRefused):
        code = next(iter(error.recipients.values()))[0]
        said = f"SMTP {code}"
    elif isinstance(error, SMTPResponseException):
        code, said = error.smtp_code, _name(error)
    else:
        return MailState.UNKNOWN, _name(error)
    if 400 <= code < 500 or isinstance(error, SMTPSenderRefused):
        return MailState.QUEUED, said
    return MailState.FAILED, said


def _name(error: Exception) -> str:
    name, code = type(error).__name__, getattr(error, "smtp_code", None)
    return f"SMTP {code} ({name})" if code else name
