"""What sponsor lists keep, and for how long."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..conf import conf
from ..supporters import retention
from ..supporters.retention import keeps

EXPIRY, END = "sponsors expired", "sponsors forgotten"


@keeps(
    200,
    _("A name for a list of supporters that was not confirmed, with all that was typed"),
    _("To mail you the link that confirms it."),
    EXPIRY,
)
def unconfirmed():
    """It is deleted as a whole."""
    return retention.days(conf.CONFIRM_DAYS)


@keeps(
    210,
    _(
        "What stands on the list: name, role, organisation, country, words, and of an organisation"
        " web site, members and picture"
    ),
    _("To show who supports the campaign."),
)
def entries():
    """Erasing takes it off the list."""
    return gettext("Until you take it back; we look at every change")


@keeps(
    211,
    _("The same, if you took it back, or it was not published"),
    _("So that you can see it, and change or erase it."),
    END,
)
def others():
    """Not on the list."""
    return retention.after_the_end()


@keeps(
    220,
    _(
        "Who entered it: name, e-mail address, what you agreed to, and in what capacity you speak"
        " for an organisation"
    ),
    _("To mail you the decision, and so that you alone can change the entry and take it back."),
    END,
)
def contacts():
    """The link in our mail still takes back what is published."""
    return retention.after_the_end()


@keeps(
    230,
    _("A fingerprint of your address, from which the address can’t be told"),
    _("So that the same isn’t entered twice."),
    END,
)
def fingerprints():
    """``Sponsor.dedupe_key``."""
    return gettext("As long as the entry; of one that you took back not at all")
