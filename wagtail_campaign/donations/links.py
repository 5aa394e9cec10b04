"""What the links in mails to donors do. None confirms anything: donors confirm by paying."""

from django.db.models import Exists, OuterRef

from ..actions.record_links import wants_updates
from ..supporters import consents
from ..supporters.links import MailedLink, Opened, register
from ..supporters.models import Consent
from . import forgetting
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

    def let_go(self, record):
        """Also of their other gifts to the fund: else the next news would come by one of those."""
        others = Consent.objects.filter(
            supporter__email_key=record.supporter.email_key,
            action_key=record.fund.key,
            purpose=self.unsubscribes,
        )
        consents.withdraw(others)
        forgetting.let_go(record)

    def audience(self, action_key, everybody=False):
        paid = Donation.objects.filter(
            fund__key=action_key, state=DonationState.PAID, supporter__isnull=False
        ).exclude(supporter__email="")
        chosen = paid if everybody else wants_updates(paid, action_key)
        # Who gave several times gets it once, by the last of their gifts.
        later = chosen.filter(
            supporter__email_key=OuterRef("supporter__email_key"), pk__gt=OuterRef("pk")
        )
        return chosen.filter(~Exists(later))
