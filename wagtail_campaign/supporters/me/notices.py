"""What ``/campaign/me/`` says after something was done: ``?say=<key>``, never the words."""

from django.utils.translation import gettext_lazy as _

NOTICES = {
    "confirmed": _("Confirmed. Thank you!"),
    "unchanged": _("Nothing was changed: it was done already."),
    "shown": _("From now on this is how you are shown in public."),
    "hidden": _("It is shown no longer."),
    "withdrawn": _("Withdrawn."),
    "entry": _("Changed. The campaign looks at the change; until then it stands as you wrote it."),
    "entry_first": _("Changed. The campaign looks at the entry before it is published."),
    "domain": _("We look for the record in your domain every hour, for a week."),
    "consent": _("You took this consent back."),
    "let_go": _("You took this consent back. Nothing else needed your address: it is destroyed."),
    "erased": _("Erased."),
    "kept": _(
        "Erased. What the law on accounting wants stays, without your name and address: amount,"
        " day, currency, and the numbers that the payment service gave it."
    ),
    "left": _(
        "Not all could be erased: the payment service doesn’t answer just now. What is left you see"
        " here; please try again in a minute."
    ),
    "away": _(
        "The payment service doesn’t answer just now. Nothing was changed: please try again in a"
        " minute."
    ),
    "not_looked": _(
        "The payment service doesn’t answer just now. Here you see how it stood last; what has"
        " changed will show by itself."
    ),
    "ending": _("Nothing more will be taken. Thank you for all that you gave."),
    "goes_on": _("It goes on. Thank you!"),
    "paused": _("Paused: nothing is taken until you let it go on."),
    "out": _("You have left this page; nobody can open it from here any more."),
    "over": _("Your hour here is over. Please ask for a new link."),
}
# Where the button of a link leads to; inside there is nothing to say.
IN = "in"
NOT_IN = _(
    "These pages are closed: your hour here is over, or your browser kept no cookie. Please allow"
    " cookies for this site, and ask for a new link."
)


def said(request):
    """The notice that the address asks for, None where there is none."""
    asked_for = request.GET.get("say")
    if asked_for == IN and not request.campaign_me:
        return NOT_IN
    return NOTICES.get(asked_for)
