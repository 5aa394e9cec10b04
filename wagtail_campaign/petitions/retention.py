"""What petitions keep, and for how long."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..conf import conf
from ..supporters import retention
from ..supporters.retention import keeps
from . import exports, sweeping

EXPIRY, END = "signatures expired", "signers forgotten"


@keeps(
    10,
    _("A signature that was not confirmed, with all that was typed"),
    _("To mail you the link that confirms it."),
    EXPIRY,
)
def unconfirmed():
    """It is deleted as a whole."""
    return retention.days(conf.CONFIRM_DAYS)


@keeps(
    20,
    _("What you told us with your signature: name, e-mail address and what else the form asked"),
    _(
        "To count you once, and so that you can see your signature, change it and take it back."
        " The same holds where you took it back, or we took it out of the count."
    ),
    END,
)
def signers():
    """Withdrawn and invalidated ones as well."""
    return retention.after_the_end()


@keeps(
    21,
    _("The same, where the form says that your address is destroyed"),
    _("Only for what you agreed to: the address for mails, the name for handing it over."),
)
def forgotten_at_once():
    """By the verbs themselves: ``forgetting.let_go``."""
    return gettext(
        "Until you confirm; what you agreed to holds a part of it until you take it back"
    )


@keeps(
    22,
    _("Your name and e-mail address, if you agreed to news of the campaign"),
    _("To mail you that news, also after a petition has ended."),
)
def news():
    """``services.let_go`` destroys it then."""
    return gettext("Until you take that consent back")


@keeps(
    30,
    _("What you agreed to, with the words you saw, and when"),
    _("To keep to it, and to prove it."),
    END,
)
def consents():
    """They go with the supporter; the wordings, which name nobody, stay."""
    return gettext("As long as what you told us")


@keeps(
    40,
    _("Your public name, if you chose to be shown"),
    _("To show who supports the petition."),
    END,
)
def public_names():
    """On the signature; ``show_as`` changes it at once."""
    return retention.after_the_end()


@keeps(
    50,
    _("A fingerprint of your address, from which the address can’t be told"),
    _("So that each address counts once."),
    END,
)
def fingerprints():
    """``Signature.dedupe_key``."""
    return gettext(
        "As long as your public name; of a signature that we took out of the count for ever; of one"
        " that you took back not at all"
    )


@keeps(
    60,
    _(
        "Of each signature: country, language, the way that led here, and the month; in the end"
        " without anything that says whose it was"
    ),
    _("So that the count stays true."),
)
def counts():
    """What erasing leaves."""
    return retention.for_ever()


@keeps(
    70,
    _("Signatures on paper: how many, where and when, without names"),
    _("So that they count."),
)
def paper():
    """Scans lie among the site's documents."""
    return retention.for_ever()


@keeps(
    80,
    _("Lists of signatures that our editors asked for, as files"),
    _("To fetch them."),
    "exports deleted",
)
def exported():
    """What was fetched is out of reach."""
    return retention.days(exports.KEPT_FOR.days)


@keeps(
    90,
    _(
        "What our editors looked for when they took many signatures out of the count: a domain, or"
        " a part of a name or an address"
    ),
    _("To undo it, should it have been a mistake."),
    "rules forgotten",
)
def patterns():
    """The rule itself stays, without them."""
    return retention.days(sweeping.PATTERNS_KEPT_FOR.days)
