"""Targets or embassies as CSV, as the list is filtered; the same file can be imported again."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.views import View

from ...actions import logs, spreadsheets
from ..directory import rows as directory
from . import rights
from .target_filters import FILTERS, listed, searched


class ExportView(View):
    """The list of a model, with its filters and its search. Logged once, with the number."""

    model = None

    def get(self, request):
        if not rights.sees(request.user, self.model):
            raise PermissionDenied
        targets = listed(self.model)
        filters = FILTERS[self.model](request.GET, request=request)
        targets = filters.filter_queryset(targets) if filters.is_valid() else targets.none()
        if text := request.GET.get("q", "").strip():
            targets = searched(targets, text)
        name = "embassies" if self.model._meta.model_name == "mission" else "targets"
        logs.note(
            [self.model(pk=0)],
            "campaign.export_targets",
            request.user,
            label=lambda target: str(self.model._meta.verbose_name_plural),
            count=targets.count(),
        )
        filename = f"{name}-{timezone.localdate():%Y-%m-%d}"
        return spreadsheets.csv_response(directory.rows(targets), filename)
