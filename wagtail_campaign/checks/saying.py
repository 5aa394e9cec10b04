"""How a check says what it found: numbered, with a hint that says what to do."""

from django.core import checks

TAG = "wagtail_campaign"


def error(number: str, message: str, hint: str) -> checks.Error:
    """What keeps the site from working: "E001" and what to do about it."""
    return checks.Error(message, hint=hint, id=f"wagtail_campaign.{number}")


def warning(number: str, message: str, hint: str) -> checks.Warning:
    """What will go wrong some day: "W001" and what to do about it."""
    return checks.Warning(message, hint=hint, id=f"wagtail_campaign.{number}")
