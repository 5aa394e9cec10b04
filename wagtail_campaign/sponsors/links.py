"""What the links in a sponsor's mails do."""

from django.urls import reverse

from ..actions.record_links import RecordLink, latest_of_each_address, wants_updates
from ..supporters.links import Opened, register
from . import services
from .models import Sponsor
from .states import SponsorState


@register
class SponsorLink(RecordLink):
    """Confirms or disowns an entry."""

    slice = Sponsor.mailed_slice
    model = Sponsor
    confirm_template = "wagtail_campaign/sponsors/confirm.html"
    disown_template = "wagtail_campaign/sponsors/disown.html"

    def find(self, pk):
        related = ("sponsor_list", "supporter", "page")
        return Sponsor.objects.select_related(*related).filter(pk=pk).first()

    def opened(self, record):
        match record.state:
            case SponsorState.PENDING:
                is_over = record.is_too_late or self.is_over(record)
                return Opened(record, "over" if is_over else "pending", awaits_review=True)
            case SponsorState.WITHDRAWN:
                return Opened(record, "gone")
            case SponsorState.WAITING:
                return Opened(record, "done", awaits_review=True)
        return Opened(record, "done")

    def confirm(self, record):
        services.confirm(record)

    def disown(self, record):
        services.disown(record)

    def audience(self, action_key, everybody=False):
        listed = Sponsor.objects.filter(
            sponsor_list__key=action_key,
            state=SponsorState.PUBLISHED,
            supporter__isnull=False,
        )
        chosen = listed if everybody else wants_updates(listed, action_key)
        return latest_of_each_address(chosen)

    def thanks_url(self, opened):
        page_id = opened.record.page_id
        return reverse("wagtail_campaign:sponsor_thanks", args=[page_id]) if page_id else "/"
