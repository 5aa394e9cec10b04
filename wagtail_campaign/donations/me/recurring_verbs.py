"""What donors do with a recurring gift: end it, keep it after all, pause it, go on.

Stripe does it; what has become of it is read from there anew. All raise ``NotNow`` where Stripe
can't be asked: then nothing was changed, or Stripe tells of it later.
"""

from collections.abc import Callable
from contextlib import contextmanager, suppress

from ...supporters.acts import NotNow
from ..recurring import RecurringDonation
from ..states import RecurringState
from ..stripe_api import gateway
from ..syncing.gifts import Busy
from ..syncing.subscriptions import sync_subscription
from . import reasons

END, KEEP, PAUSE, RESUME, CHANGE = "end", "keep", "pause", "resume", "change"


def allowed(recurring: RecurringDonation) -> list[str]:
    """The verbs that can be called as it stands."""
    state = recurring.state
    if state == RecurringState.ENDED:
        return []
    last = KEEP if recurring.ends_at else END
    by_state = {RecurringState.ACTIVE: [PAUSE], RecurringState.PAUSED: [RESUME]}
    return [CHANGE, *by_state.get(state, []), last]


def ends_at_once(recurring: RecurringDonation) -> bool:
    """Whether ending it ends it now: no period is paid whose end could be waited for."""
    return recurring.state in (RecurringState.PAST_DUE, RecurringState.PAUSED)


def end(recurring: RecurringDonation) -> bool:
    """Nothing is taken any more: it ends with the period that is paid, or now."""
    if ends_at_once(recurring):
        return _do(recurring, gateway.stop_subscription)
    return _do(recurring, gateway.end_subscription)


def keep(recurring: RecurringDonation) -> bool:
    """It goes on, though it was to end."""
    return _do(recurring, gateway.keep_subscription)


def pause(recurring: RecurringDonation) -> bool:
    """Nothing is taken until it is resumed."""
    return _do(recurring, gateway.pause_subscription)


def resume(recurring: RecurringDonation) -> bool:
    """It is taken again from the next period on."""
    return _do(recurring, gateway.resume_subscription)


#: Those that need nothing but to be called.
AT_ONCE = {KEEP: keep, PAUSE: pause, RESUME: resume}


def end_saying_why(recurring: RecurringDonation, reason: str, words: str) -> bool:
    """As ``end``; why (see ``reasons``) is kept where it was done."""
    done = end(recurring)
    if done:
        reasons.note(recurring.fund, reason, words)
    return done


def portal(recurring: RecurringDonation, return_url: str, language: str) -> str:
    """The address of the page of Stripe's on which amount and card are changed."""
    with stripe_asked(recurring):
        return gateway.open_portal(recurring.customer, return_url, language)


def stop(recurring: RecurringDonation) -> None:
    """It ends now, whatever is paid; one that Stripe doesn't know any more has ended."""
    if recurring.state == RecurringState.ENDED:
        return
    with stripe_asked(recurring), suppress(gateway.StripeMissing):
        gateway.stop_subscription(recurring.subscription)
    look(recurring)


def look(recurring: RecurringDonation) -> bool:
    """Reads it anew from Stripe. False where that can't be done now: a webhook or ``campaign_work``
    does it."""
    with suppress(gateway.StripeError, Busy):
        return sync_subscription(recurring.subscription)
    return False


def _do(recurring: RecurringDonation, verb: Callable) -> bool:
    """False where Stripe won't: then it stands otherwise than was known here."""
    with stripe_asked(recurring):
        try:
            verb(recurring.subscription)
            done = True
        except gateway.StripeRefused:
            done = False
    look(recurring)
    return done


@contextmanager
def stripe_asked(gift):
    """Whatever goes wrong with Stripe is ``NotNow``. So is asking about a gift with the key of the
    other mode: it would say that there is no such thing, while money is still taken."""
    if gift.livemode != gateway.is_live():
        raise NotNow
    try:
        yield
    except (gateway.StripeError, Busy) as error:
        raise NotNow from error
