"""Exports that take too long to wait for: asked for, made by ``campaign_work``, fetched.

The file lies in the database, in parts, so that every machine of a site finds it and nothing has
to be set up; it is deleted after a day.
"""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT_FOR = timedelta(days=1)
# Well below what databases take in one statement.
PART = 512 * 1024


class ExportState(models.TextChoices):
    """Where an export stands."""

    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Being made")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Failed")


class Export(models.Model):
    """A list that an editor asked for: by which filter, in which language, and how far it is."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    # The query string of the list: codes and days, no names.
    filters = models.CharField(max_length=500, blank=True)
    personal = models.BooleanField(default=False)
    # The ids of those that it may hold signatures of, to ask once more when it is fetched.
    petitions = models.JSONField(default=list)
    language = models.CharField(max_length=12)
    time_zone = models.CharField(max_length=50)
    state = models.CharField(
        _("state"), max_length=7, choices=ExportState.choices, default=ExportState.WAITING
    )
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(_("asked for"), default=timezone.now)
    # When it was worked on last: one that stands still was cut off, and is begun anew.
    touched_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.pk)

    def keep(self, file) -> None:
        """Writes down the file, from its beginning."""
        file.seek(0)
        number = 0
        while content := file.read(PART):
            ExportPart.objects.create(export=self, number=number, content=content)
            number += 1

    def content(self):
        """The parts of the file, one after the other."""
        for pk in self.parts.order_by("number").values_list("pk", flat=True):
            yield bytes(ExportPart.objects.get(pk=pk).content)


class ExportPart(models.Model):
    """A piece of the file of an export."""

    export = models.ForeignKey(Export, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.export_id} {self.number}"
