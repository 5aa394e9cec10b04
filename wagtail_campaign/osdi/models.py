"""The keys by which other programs read."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LENGTH = 32


class AccessToken(models.Model):
    """What a program shows to read as the user who made it: for as long as that user is active and
    has the right. The secret itself is shown once and kept nowhere."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(
        pgettext_lazy("webhook", "name"),
        max_length=60,
        help_text=_("Which program has it: “Our CRM”."),
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    used_on = models.DateField(_("last used"), null=True, editable=False)

    class Meta:
        verbose_name = _("access token")
        verbose_name_plural = _("access tokens")
        default_permissions = ()
        permissions = [("read_osdi", _("Can let other programs read who agreed to it"))]

    def __str__(self):
        return self.name

    @classmethod
    def make(cls, user, name: str) -> tuple["AccessToken", str]:
        """A new one, saved, and its secret."""
        secret = secrets.token_hex(LENGTH)
        return cls.objects.create(user=user, name=name, digest=digest_of(secret)), secret


def digest_of(secret: str) -> str:
    """What is kept of a secret."""
    return salted_hmac("wagtail_campaign.osdi", secret, algorithm="sha256").hexdigest()
