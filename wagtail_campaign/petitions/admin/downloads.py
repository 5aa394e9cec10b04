"""The exports, as downloads."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.views import View

from ...actions import logs
from ...actions.titles import title_of, titles
from .. import permissions
from . import export
from .filters import SignatureFilterSet
from .listing import SignaturesMixin


class ExportView(SignaturesMixin, View):
    """The list as CSV, by the same filter; what people typed for those who may see it."""

    rights = (permissions.EXPORT,)

    def get(self, request):
        filters = SignatureFilterSet(request.GET, request=request)
        signatures = permissions.signatures_of(request.user)
        signatures = (
            filters.filter_queryset(signatures) if filters.is_valid() else signatures.none()
        )
        personal = self.can(permissions.PERSONAL)
        chosen = filters.form.cleaned_data.get("petition") if filters.is_valid() else ""
        petitions = permissions.petitions_of(request.user)
        petitions = list(petitions.filter(pk=chosen) if chosen else petitions)
        known = titles(petition.key for petition in petitions)
        logs.note(
            petitions,
            "campaign.export",
            request.user,
            label=lambda petition: title_of(petition, known),
            filters=filters.for_log(),
            personal=personal,
            count=signatures.count(),
        )
        name = f"signatures-{timezone.localdate():%Y-%m-%d}"
        return export.response(export.signatures(signatures, personal), name)


class HandOverView(SignaturesMixin, View):
    """The names of those who agreed to the hand-over of one petition, as CSV."""

    rights = (permissions.EXPORT,)

    def get(self, request, pk):
        petition = permissions.petitions_of(request.user).filter(pk=pk).first()
        if petition is None or not self.can(permissions.PERSONAL):
            raise PermissionDenied
        logs.note([petition], "campaign.hand_over", request.user, label=title_of)
        name = f"hand-over-{petition.pk}-{timezone.localdate():%Y-%m-%d}"
        return export.response(export.hand_over(petition), name)
