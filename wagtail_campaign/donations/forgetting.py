"""Destroying what is personal in gifts, while they still count and stand in the books.

What the law on accounting wants stays as it is: amount, day, currency, and Stripe's ids, by which a
gift is found in its reports.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .. import signals
from ..actions import endings, live
from ..actions.forgetting import BATCH, forget_all
from ..conf import conf
from ..deadlocks import repeated
from ..mailing.work import Lease
from ..supporters import consents
from ..supporters.models import Consent, Display, Purpose, Supporter
from ..webhooks import outbox
from .models import Donation, Fund
from .offline_gifts import OfflineGift
from .recurring import RecurringDonation
from .states import DonationState, RecurringState

#: States in which nobody has paid.
UNPAID = (DonationState.ASKED, DonationState.FAILED, DonationState.ABANDONED)
#: What mails of news don't need of a supporter.
NEEDLESS = {
    **dict.fromkeys(["postcode", "organisation", "comment"], ""),
    "answers": {},
    "display": Display.ANONYMOUS,
}


def locked(supporters) -> list[Donation]:
    """The gifts of some supporters, locked until the commit; none can come of a recurring one
    meanwhile, as looking at that holds it as well."""
    recurring = RecurringDonation.objects.filter(supporter__in=supporters).order_by("pk")
    list(recurring.select_for_update().values_list("pk"))
    ids = Donation.objects.filter(supporter__in=supporters).values_list("pk", flat=True)
    return locked_by_id(list(ids))


def locked_by_id(ids: list[int]) -> list[Donation]:
    """The same by their own ids, in order. No join with their funds, which would be locked too."""
    gifts = Donation.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    return list(gifts.prefetch_related("fund"))


def erase(gifts: list[Donation], supporters) -> None:
    """Destroys supporters and what is personal in their gifts, all of which are locked. Amounts,
    times, country, language and source stay."""
    rows = Donation.objects.filter(pk__in=[gift.pk for gift in gifts])
    rows.update(
        **dict.fromkeys(["supporter", "reminder_wording", "reminded_at"]),
        **dict.fromkeys(["public_name", "dedication", "nonce"], ""),
    )
    OfflineGift.objects.filter(donation__in=rows).update(note="")
    Supporter.objects.filter(pk__in=supporters).delete()
    # Of what wasn't paid nobody was told.
    outbox.put_erased([gift for gift in gifts if gift.state == DonationState.PAID])
    tell(gifts)
    for gift in gifts:
        signals.send_on_commit(signals.supporter_erased, Donation, action_key=gift.fund.key)


def tell(gifts: list[Donation]) -> None:
    """Lets the next reader of their pages see what has become of them, after the commit."""
    for key in {gift.fund.key for gift in gifts}:
        transaction.on_commit(lambda key=key: live.forget(key))


def forget_unpaid(lease: Lease) -> int:
    """Forgets who began to give and didn't, some days later; returns how many. The rows stay, so
    that whatever Stripe still tells of them finds them."""
    then = timezone.now() - timedelta(days=conf.CONFIRM_DAYS)
    paid = Donation.objects.filter(supporter=OuterRef("supporter")).exclude(state__in=UNPAID)
    unpaid = Donation.objects.filter(~Exists(paid), created_at__lt=then, supporter__isnull=False)
    number = 0
    while found := list(unpaid.order_by("pk").values_list("supporter", flat=True)[:BATCH]):
        lease.renew()
        done = _forget_unpaid(found)
        number += done
        if not done:
            break
    return number


@repeated
def _forget_unpaid(supporters: list[int]) -> int:
    with transaction.atomic():
        gifts = locked(supporters)
        # What was paid in this moment stays.
        paid = {gift.supporter_id for gift in gifts if gift.state not in UNPAID}
        gone = set(supporters) - paid
        erase([gift for gift in gifts if gift.supporter_id in gone], gone)
    return len(gone)


def forget_donors(fund: Fund, lease: Lease) -> int:
    """Forgets who gave to a fund that has ended; returns how many.

    Who gives regularly is known until the same time after that has ended (``forget_last_ones``),
    and who agreed to news of the campaign stays with name and address until they take that back.
    """
    return forget_all(fund, fund.donations, _forget, lease)


def _forget(ids: list[int]) -> int:
    gifts = dict(Donation.objects.filter(pk__in=ids).values_list("pk", "supporter"))
    # Given without the site, and named all the same.
    offline = locked_by_id([pk for pk, supporter in gifts.items() if supporter is None])
    erase(offline, [])
    return len(offline) + _forget_supporters(set(gifts.values()) - {None})


def _forget_supporters(supporters: set[int]) -> int:
    """Those of them whom nothing keeps; inside a transaction. How many were destroyed."""
    supporters = supporters - set(_going(supporters))
    news = Consent.objects.filter(supporter__in=supporters, purpose=Purpose.NEWS, withdrawn_at=None)
    held = set(news.values_list("supporter", flat=True))
    gone = supporters - held
    erase(locked(gone), gone)
    Donation.objects.filter(supporter__in=held).update(public_name="", dedication="")
    Supporter.objects.filter(pk__in=held).update(**NEEDLESS)
    return len(gone)


def _going(supporters: set[int]):
    """Those who give regularly, or did until some months ago."""
    gives = RecurringDonation.objects.filter(supporter__in=supporters)
    return gives.exclude(pk__in=_over()).values_list("supporter", flat=True)


def _over():
    """The recurring gifts that have ended as many months ago as an action must have."""
    if not conf.FORGET_AFTER_MONTHS:
        return RecurringDonation.objects.none()
    then = endings.months_later(timezone.now(), -conf.FORGET_AFTER_MONTHS)
    # One that never really began may have no end.
    over = Q(ended_at__lte=then) | Q(ended_at=None, created_at__lte=then)
    return RecurringDonation.objects.filter(over, state=RecurringState.ENDED)


def forget_last_ones(lease: Lease) -> int:
    """Forgets those who still gave regularly when all others of their fund were forgotten."""
    left = _over().filter(fund__forgotten_at__isnull=False, supporter__isnull=False)
    number = 0
    for supporter in Supporter.objects.filter(pk__in=left.values("supporter")).order_by("pk"):
        # Who is held for news is there again in each pass.
        is_bare = all(getattr(supporter, name) == value for name, value in NEEDLESS.items())
        if is_bare and holds_for_news(supporter.pk):
            continue
        lease.renew()
        number += forget_supporter(supporter.pk)
    return number


@repeated
def forget_supporter(supporter_id: int) -> int:
    """Forgets one whom nothing keeps any more; how many that was."""
    with transaction.atomic():
        return _forget_supporters({supporter_id})


def holds_for_news(supporter_id: int) -> bool:
    """Whether somebody is kept after the end of a fund, for news of the campaign."""
    return Purpose.NEWS in consents.standing(supporter_id)


def let_go(gift: Donation | RecurringDonation) -> bool:
    """Destroys what only a consent kept that was just taken back; True where it was all."""
    if not gift.supporter_id or not endings.is_due(gift.fund):
        return False
    return bool(forget_supporter(gift.supporter_id))
