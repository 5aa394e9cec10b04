"""What donations keep, and for how long."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..conf import conf
from ..supporters import retention
from ..supporters.retention import keeps
from .syncing import received

UNPAID, END = "unpaid gifts forgotten", "donors forgotten"


@keeps(
    300,
    _("What you typed when you began to give and didn’t pay"),
    _("So that you can try again, and to find your payment should it come after all."),
    UNPAID,
)
def unpaid():
    """The amount stays, and Stripe's number of it."""
    return retention.days(conf.CONFIRM_DAYS)


@keeps(
    310,
    _("What you told us with your gift: name, e-mail address and what else the form asked"),
    _(
        "To mail you the confirmation, and so that you can print it again and change or end what"
        " you give regularly. The name stays with the address, if you agreed to news of the"
        " campaign, until you take that back."
    ),
    END,
)
def donors():
    """Of a recurring gift it is the later of both ends."""
    if not conf.FORGET_AFTER_MONTHS:
        return retention.after_the_end()
    return gettext(
        "%(months)s; of what you give regularly, not before as long after its own end"
    ) % {"months": retention.after_the_end()}


@keeps(
    320,
    _("Your public name and dedication, if you chose to be shown"),
    _("To thank you on the page."),
    END,
)
def public_names():
    """Those of each gift."""
    return retention.after_the_end()


@keeps(
    330,
    _(
        "Of each gift: amount, currency, day, country, language, the way that led here, what was"
        " given back, and the numbers that Stripe gave it; in the end without your name and address"
    ),
    _("The law on accounting wants it, and the sum of all gifts stays true."),
)
def accounts():
    """What erasing leaves."""
    return retention.for_ever()


@keeps(
    340,
    _("Why somebody ended a recurring gift, if they said it: the month, and not who it was"),
    _("To do better."),
)
def reasons():
    """``EndingReason``."""
    return retention.for_ever()


@keeps(
    350,
    _("What Stripe told us of payments: its numbers of them, no names and no addresses"),
    _("So that no gift is lost and none is counted twice."),
    "events of Stripe forgotten",
)
def events():
    """``StripeEvent``."""
    return retention.days(received.KEPT_FOR.days) if conf.STRIPE_SECRET_KEY else ""


@keeps(
    360,
    _("At Stripe, which takes the payment: your e-mail address and what you enter on its pages"),
    _(
        "To take the payment, and for what the law asks of Stripe. Ask there as well:"
        " stripe.com/privacy."
    ),
)
def at_stripe():
    """Beyond our reach."""
    return gettext("As Stripe’s own rules say") if conf.STRIPE_SECRET_KEY else ""
