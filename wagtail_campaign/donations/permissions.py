"""Who may do what with donations. Each right is given apart, in Wagtail's group editor.

=============================  ==================================================================
``view_donation_numbers``      sees how much was given, to all funds that are public
``view_donor``                 sees who gave, and what they typed
``export_donation``            exports lists; without ``view_donor`` of public names only
``refund_donation``            gives gifts back, whole or in part
``change_recurringdonation``   pauses and ends recurring gifts, and lets them go on
``enter_donation``             enters gifts that didn't come through Stripe, and takes them out
``change_fund``                changes a fund's live settings and its currencies, takes donors
                               off its page
=============================  ==================================================================

All but the first also need the right to edit the fund's page in its source language.
"""

import swapper
from django.contrib.auth.models import Permission

from ..actions import permissions
from ..actions.permissions import can
from .models import Donation, Fund
from .recurring import RecurringDonation

NUMBERS = "view_donation_numbers"
PERSONAL = "view_donor"
EXPORT = "export_donation"
REFUND = "refund_donation"
RECURRING = "change_recurringdonation"
OFFLINE = "enter_donation"
SETTINGS = "change_fund"

#: Who has one of these sees the list of donations, with as much as the right allows.
ANY_OF_DONATIONS = (PERSONAL, EXPORT, REFUND, RECURRING, OFFLINE)
#: And of recurring gifts.
ANY_OF_RECURRING = (PERSONAL, RECURRING)


def funds_of(user):
    """The funds whose donations are the user's business: see ``actions.permissions``."""
    return permissions.editable(user, Fund.objects.all())


def funds_seen_by(user):
    """The funds whose numbers a user sees: their own, and those that are public."""
    own = funds_of(user) if can(user, NUMBERS, SETTINGS) else Fund.objects.none()
    if user.is_superuser or not can(user, NUMBERS):
        return own
    live = swapper.load_model("wagtailcore", "Page").objects.live()
    return own | Fund.objects.filter(key__in=live.values("translation_key"))


def donations_of(user):
    """The donations that a user may list, by the ids of their funds."""
    return _of(user, Donation)


def recurring_of(user):
    """The same for recurring gifts."""
    return _of(user, RecurringDonation)


def _of(user, model):
    if user.is_active and user.is_superuser:
        return model.objects.all()
    # Materialised: every database then uses the index of donations by fund.
    return model.objects.filter(fund__in=list(funds_of(user).values_list("pk", flat=True)))


def staff(fund: Fund | None = None) -> list:
    """The users who may see the donations to a fund, or to any: whom its troubles are told."""
    found = permissions.holders(*ANY_OF_DONATIONS)
    return [user for user in found if sees_donations(user, fund)]


def sees_donations(user, fund: Fund | None = None) -> bool:
    """Whether a user may see donations: to a fund, or to any."""
    funds = funds_of(user) if fund is None else funds_of(user).filter(pk=fund.pk)
    return can(user, *ANY_OF_DONATIONS) and funds.exists()


RIGHTS = [NUMBERS, PERSONAL, EXPORT, REFUND, RECURRING, OFFLINE, SETTINGS]


def for_group_editor():
    """The rights as Wagtail's group editor offers them; for the hook ``register_permissions``."""
    return Permission.objects.filter(
        content_type__app_label="wagtail_campaign", codename__in=RIGHTS
    )
