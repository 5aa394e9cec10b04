"""Stripe's Portal, on which amount and card are changed, and the way back from there."""

from django.urls import reverse

from ..recurring import RecurringDonation
from . import recurring_verbs


def address(request, recurring: RecurringDonation) -> str:
    """The address of its page there, in the language of the request as far as Stripe has it. Raises
    ``NotNow``."""
    language = request.LANGUAGE_CODE
    back = reverse("wagtail_campaign:me_recurring_back", args=[recurring.pk])
    back = request.build_absolute_uri(f"{back}?language={language}")
    return recurring_verbs.portal(recurring, back, language)
