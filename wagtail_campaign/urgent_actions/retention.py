"""What urgent actions keep, and for how long."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..conf import conf
from ..supporters import retention
from ..supporters.retention import keeps

EXPIRY, END = "letters expired", "writers forgotten"


@keeps(
    200,
    _("A letter that was not confirmed, with all that was typed"),
    _("To mail you the link that sends it."),
    EXPIRY,
)
def unconfirmed():
    """It is deleted as a whole."""
    return retention.days(conf.CONFIRM_DAYS)


@keeps(
    210,
    _("The text of your letter, after it went out"),
    _("To answer questions about it. A letter that you let us show stays as long as you let it."),
    "texts of letters forgotten",
)
def texts():
    """``LetterText``."""
    return retention.days(conf.LETTER_TEXT_DAYS)


@keeps(
    220,
    _("What you told us with your letter: name, e-mail address, city, country"),
    _("So that you can see your letter and take it back, and to tell you of a stop."),
    END,
)
def writers():
    """With their consents, and the fingerprint by which one letter a day counts."""
    return retention.after_the_end()


@keeps(
    225,
    _(
        "That a letter went out that you took back or erased since: a fingerprint of address,"
        " target and day, in memory only"
    ),
    _("So that one letter a day stays one."),
)
def days():
    """In the cache, which drops it by itself: ``repeats.keep_the_day``."""
    return retention.days(1)


@keeps(
    230,
    _("Of each letter: way, target, country, language, and the month"),
    _("So that the count stays true."),
)
def counts():
    """What erasing leaves."""
    return retention.for_ever()


@keeps(
    240,
    _("Your e-mail address, if you asked for urgent actions by mail"),
    _("To send them to you."),
)
def alerts():
    """``Alert``; unsubscribing deletes it."""
    return gettext("Until you unsubscribe")
