"""Drawing the pages of urgent actions anew when those change whom they show."""

from django.db import transaction
from django.db.models import F

from ..actions import live
from .models import UrgentAction


def draw_anew(actions) -> None:
    """Raises the version of a queryset of urgent actions, so that what was drawn is left behind.

    Not ``save()``: a ministry may be the target of a hundred, and nothing of their own changes.
    """
    keys = dict(actions.values_list("pk", "key"))
    if keys:
        UrgentAction.objects.filter(pk__in=keys).update(version=F("version") + 1)
        transaction.on_commit(lambda: [live.forget(key) for key in keys.values()])
