"""The verbs of a donation: a donor gives, and goes to Stripe to pay."""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from .. import signals
from ..actions.doors import Door
from ..actions.records import insert_supporter
from ..actions.sites import link, with_query
from ..mailing import outbox
from ..mailing.models import Mail
from . import reminding
from .emails import Confirm
from .models import Donation, Fund
from .states import DonationState
from .stripe_api import gateway
from .stripe_api.checkout import Ask, Line

logger = logging.getLogger(__name__)

#: How long a gift can be paid, from the moment in which it is asked for; Stripe takes half an hour
#: to a day.
PAYABLE_FOR = timedelta(hours=2)
#: How long the link holds by which a gift is confirmed before it is paid.
MAILED_FOR = timedelta(days=1)


def give(door: Door, typed: dict) -> Donation:
    """Writes a gift down, before Stripe hears of it: whatever happens then, it is known.

    ``typed`` is the cleaned data of ``DonationForm``: ``amount`` and ``added`` in minor units.
    """
    with transaction.atomic(durable=True):
        supporter = insert_supporter(door, typed)
        donation = Donation.objects.create(
            fund_id=door.action_id,
            supporter=supporter,
            amount=typed["amount"] + typed["added"],
            added=typed["added"],
            currency=typed["currency"],
            interval=typed["interval"],
            livemode=gateway.is_live(),
            expires_at=timezone.now() + PAYABLE_FOR,
            public_name=supporter.public_name,
            dedication=typed.get("dedication", ""),
            reminder_wording_id=typed.get("reminder") or None,
            country=supporter.country,
            language=supporter.language,
            source=typed.get("via", ""),
            page_id=door.page_id,
        )
        signals.send_on_commit(signals.donation_made, Donation, donation=donation)
    return donation


def ask_to_confirm(donation: Donation) -> None:
    """Mails the donor the link from which the gift is paid: see ``breaker``."""
    with transaction.atomic(durable=True):
        outbox.put(Confirm, donation.pk, donation.supporter)


def was_asked_to_confirm(donation: Donation) -> bool:
    """Whether that was done: from then on the gift is paid by that link alone."""
    mails = Mail.objects.filter(supporter=donation.supporter_id, object_id=donation.pk)
    return donation.supporter_id is not None and mails.filter(kind=Confirm.name).exists()


def may_be_paid(donation: Donation) -> bool:
    """Whether its donor can still go and pay it."""
    if donation.state == DonationState.ABANDONED:
        return reminding.holds(donation)
    is_fresh = donation.created_at > timezone.now() - MAILED_FOR or reminding.holds(donation)
    still = donation.session is None or donation.expires_at > timezone.now()
    return donation.state == DonationState.ASKED and is_fresh and still


def put_to_stripe(donation: Donation, page, words: dict[str, str]) -> str:
    """The address at which a gift is paid, the same for the same gift; "" where it is over.

    ``words``: what Checkout calls the gift ("gift"), its fees ("fees") and what it says under the
    button ("note"). Raises what ``gateway`` raises.
    """
    if donation.session and donation.state != DonationState.ABANDONED:
        return gateway.session(donation.session).url or ""
    _make_payable(donation)
    fund = Fund.objects.only("descriptor").get(pk=donation.fund_id)
    back = link("gift", page, donation.language, donation.token("gift"))
    lines = [Line(words["gift"], donation.amount - donation.added)]
    if donation.added:
        lines.append(Line(words["fees"], donation.added))
    ask = Ask(
        donation=donation.key.hex,
        lines=tuple(lines),
        currency=donation.currency,
        interval=donation.interval,
        language=donation.language,
        email=donation.supporter.email,
        success_url=back,
        cancel_url=with_query(back, "cancelled"),
        expires_at=donation.expires_at,
        descriptor=fund.descriptor,
        note=words.get("note", ""),
    )
    try:
        session = gateway.open_session(ask)
    except (gateway.StripeRefused, gateway.StripeKeyWrong) as error:
        # The donor can do nothing about it: whoever runs the site has to know.
        logger.error("Gift %s can't be paid: %s", donation.pk, error)
        raise
    return session.url if _keep(donation, session.id) else ""


def _make_payable(donation: Donation) -> None:
    """Gives a gift time to be paid where it has none left, as from a mailed link. Whoever comes at
    the same time gets the same time, and with it the same session."""
    if donation.expires_at >= timezone.now() + PAYABLE_FOR / 2:
        return
    as_read = Donation.objects.filter(pk=donation.pk, expires_at=donation.expires_at)
    as_read.update(expires_at=timezone.now() + PAYABLE_FOR)
    donation.refresh_from_db(fields=["expires_at"])


def _keep(donation: Donation, session: str) -> bool:
    """Writes down in which session it is paid now. False where that is another by now: whatever is
    paid in this one would not be found.

    The old one of a gift that was abandoned stays until here, so that what Stripe still tells of
    that isn't taken for news of this one.
    """
    was = donation.state
    with transaction.atomic(durable=True):
        as_read = Donation.objects.filter(pk=donation.pk, session=donation.session, state=was)
        now = {"session": session, "state": DonationState.ASKED, "looks": F("looks") + 1}
        if not as_read.update(**now):
            return Donation.objects.filter(pk=donation.pk, session=session).exists()
        donation.session, donation.state = session, DonationState.ASKED
        if was != donation.state:
            signals.send_on_commit(signals.donation_changed, Donation, donation=donation, was=was)
    return True
