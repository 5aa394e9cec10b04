from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignConfig(AppConfig):
    """All records of the package: one app, one migration history."""

    name = "wagtail_campaign"
    label = "wagtail_campaign"
    verbose_name = _("Campaign")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import checks, receivers, slices  # noqa: F401
        from .urgent_actions.sending import tracking

        tracking.connect()
