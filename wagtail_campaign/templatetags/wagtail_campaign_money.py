"""Filters that write amounts of money in the reader's language."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from ..donations.amounts import money as money_of

register = template.Library()


@register.filter
def money(minor: int, currency: str) -> str:
    """Minor units as people write them: ``{{ 1050|money:"EUR" }}`` is "€10.50"."""
    return money_of.say(minor, currency, get_language() or "en")


@register.filter
def money_whole(number: int, currency: str) -> str:
    """Whole units of a currency: ``{{ 10|money_whole:"EUR" }}`` is "€10"."""
    return money_of.say(number * money_of.per_unit(currency), currency, get_language() or "en")


@register.filter
def strong(text: str) -> str:
    """A text that stands out in a sentence of a translation."""
    return format_html("<strong>{}</strong>", text)
