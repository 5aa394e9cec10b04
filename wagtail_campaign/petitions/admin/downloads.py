"""The exports, as downloads: at once, or made in the background where that takes long."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...actions import logs, spreadsheets, words
from ...actions.asking import AskView
from ...actions.titles import title_of, titles
from .. import permissions
from ..exports import Export, ExportState
from ..models import Petition
from . import export
from .filters import SignatureFilterSet
from .listing import SignaturesMixin

#: XLSX takes a second for 5,000 rows; CSV streams 100,000 in one, so it is never put off.
MOST_AT_ONCE = 10_000


class FilteredMixin(SignaturesMixin):
    """The list by the filter in the address, for those who may export."""

    rights = (permissions.EXPORT,)

    @cached_property
    def filters(self):
        return SignatureFilterSet(self.request.GET, request=self.request)

    @cached_property
    def signatures(self):
        return self.filters.signatures()

    @property
    def personal(self) -> bool:
        return self.can(permissions.PERSONAL)

    def note(self) -> None:
        """Logs the export with every petition that it may be about."""
        petitions = list(self.filters.petitions())
        known = titles(petition.key for petition in petitions)
        logs.note(
            petitions,
            "campaign.export",
            self.request.user,
            label=lambda petition: title_of(petition, known),
            filters=self.filters.for_log(),
            personal=self.personal,
            count=self.signatures.count(),
        )


class ExportView(FilteredMixin, View):
    """The list as CSV; what people typed for those who may see it."""

    def get(self, request):
        self.note()
        return spreadsheets.csv_response(export.signatures(self.signatures, self.personal), name())


class ExportXlsxView(FilteredMixin, AskView):
    """The list as XLSX: at once, or a question whether to make it in the background."""

    page_title = gettext_lazy("Download as XLSX")
    header_icon = "download"
    button = gettext_lazy("Make the file")

    def get(self, request):
        if self.signatures[: MOST_AT_ONCE + 1].count() > MOST_AT_ONCE:
            return super().get(request)
        self.note()
        return spreadsheets.xlsx_response(export.signatures(self.signatures, self.personal), name())

    def explain(self):
        return [
            _("It has more than %(number)s rows.") % {"number": words.number(MOST_AT_ONCE)},
            _("That takes some minutes, so it is made while you go on working."),
            _("You find it under “Your exports”, for one day. CSV can be had at once."),
        ]

    def act(self, form):
        if not self.filters.is_valid():
            raise Http404
        self.note()
        Export.objects.create(
            user=self.request.user,
            filters=self.filters.for_later(),
            personal=self.personal,
            language=get_language() or "en",
            time_zone=timezone.get_current_timezone_name(),
            total=self.signatures.count(),
        )
        return _("It is being made. This page shows how far it is.")

    def way_back(self):
        return reverse("campaign_signatures:exports")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"subject": _("Signatures as XLSX")}


class ExportsView(SignaturesMixin, WagtailAdminTemplateMixin, TemplateView):
    """The user's own exports and how far they are."""

    rights = (permissions.EXPORT,)
    template_name = "wagtail_campaign/admin/exports.html"
    page_title = gettext_lazy("Your exports")
    header_icon = "download"

    def get_breadcrumbs_items(self):
        signatures = {"url": reverse("campaign_signatures:index"), "label": _("Signatures")}
        return [*self.breadcrumbs_items, signatures, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        exports = list(Export.objects.filter(user=self.request.user).order_by("-pk"))
        return super().get_context_data(**kwargs) | {"exports": exports}


class FetchView(SignaturesMixin, View):
    """The file of an export, for who asked for it and may still see what is in it."""

    rights = (permissions.EXPORT,)

    def get(self, request, pk):
        found = Export.objects.filter(pk=pk, user=request.user, state=ExportState.READY).first()
        if found is None:
            raise Http404
        if self.lost(found) or (found.personal and not self.can(permissions.PERSONAL)):
            raise PermissionDenied
        answer = StreamingHttpResponse(found.content(), content_type=spreadsheets.XLSX)
        return spreadsheets.private(answer, f"{name(found.created_at)}.xlsx")

    def lost(self, found: Export) -> bool:
        """Whether it is about a petition that isn't the user's business any more."""
        in_it = Petition.objects.filter(pk__in=found.petitions)
        own = permissions.petitions_of(self.request.user).filter(pk__in=found.petitions)
        return own.count() < in_it.count()


class HandOverView(SignaturesMixin, View):
    """The names of those who agreed to the hand-over of one petition, as CSV."""

    rights = (permissions.EXPORT,)

    def get(self, request, pk):
        petition = permissions.petitions_of(request.user).filter(pk=pk).first()
        if petition is None or not self.can(permissions.PERSONAL):
            raise PermissionDenied
        logs.note([petition], "campaign.hand_over", request.user, label=title_of)
        filename = f"hand-over-{petition.pk}-{timezone.localdate():%Y-%m-%d}"
        return spreadsheets.csv_response(export.hand_over(petition), filename)


def name(moment=None) -> str:
    """What the file is called, with the day it is from."""
    return f"signatures-{timezone.localdate(moment):%Y-%m-%d}"
