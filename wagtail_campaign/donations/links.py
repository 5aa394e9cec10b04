"""What the links in mails to donors do. None confirms anything: donors confirm by paying."""

from ..actions.record_links import latest_of_each_address, wants_updates
from ..supporters.links import MailedLink, Opened, register
from .me import donor
from .models import Donation
from .states import DonationState

STANDINGS = {
    DonationState.ASKED: "pending",
    DonationState.ABANDONED: "pending",
    DonationState.FAILED: "pending",
    DonationState.PROCESSING: "done",
    DonationState.PAID: "done",
}


@register
class DonationLink(MailedLink):
    """Forgets who began to give and didn't pay; ends news about what becomes of a fund."""

    slice = Donation.mailed_slice
    disown_template = "wagtail_campaign/donations/disown.html"

    def find(self, pk):
        gifts = Donation.objects.select_related("fund", "supporter", "page")
        return gifts.filter(pk=pk).first()

    def opened(self, record):
        return Opened(record, STANDINGS[record.state])

    def disown(self, record):
        """What was paid stays: that is taken back, or erased, under ``/campaign/me/``."""
        if STANDINGS[record.state] == "pending":
            donor.erase(record)

    def action_key(self, record):
        return record.fund.key

    def audience(self, action_key, everybody=False):
        paid = Donation.objects.filter(
            fund__key=action_key, state=DonationState.PAID, supporter__isnull=False
        ).exclude(supporter__email="")
        chosen = paid if everybody else wants_updates(paid, action_key)
        return latest_of_each_address(chosen)
