"""The mails of a sponsor list, and what they are given: see ``actions.emails``."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from ..actions.emails import ConfirmMail, RecordMail
from ..actions.sites import link
from ..mailing.kinds import MailKind, get, register
from . import domains, permissions, repeats
from .models import Sponsor
from .states import SponsorState


class SponsorMail(RecordMail):
    """A mail about one entry."""

    model = Sponsor
    related = ("sponsor_list",)

    def seen_by(self, user, mails):
        if not permissions.can(user, permissions.MODERATE):
            return mails.none()
        own = permissions.sponsors_of(user).filter(pk=OuterRef("object_id"))
        return mails.filter(Exists(own))


@register
class AlreadyThere(SponsorMail):
    """To an address that entered the same again: it is there already, and nothing was changed."""

    name = "sponsors.already_there"
    label = _("Your entry is there already")


@register
class Confirm(SponsorMail, ConfirmMail):
    """The link that confirms an entry, and the one that says "it was not me"."""

    name = "sponsors.confirm"
    label = _("Please confirm")

    def fit(self, mail) -> MailKind:
        sponsor = self.record(mail)
        return get(AlreadyThere.name) if sponsor and repeats.is_there(sponsor) else self


@register
class Reminder(Confirm):
    """The same link once more, some days later, unless the same is there meanwhile."""

    name = "sponsors.reminder"
    label = _("Reminder to confirm")

    def fit(self, mail) -> MailKind:
        return self

    def context_of(self, record: Sponsor) -> dict | None:
        return None if repeats.is_there(record) else super().context_of(record)


class Decided(SponsorMail):
    """Base of the mails that tell what a moderator decided. Nobody else can cause them."""

    unrequested = False
    #: That of an entry of which this mail is still true.
    state: str

    def context_of(self, record: Sponsor) -> dict | None:
        if record.state != self.state:
            return None
        disown = link("disown", record.page, record.language, record.token("disown"))
        return {
            **super().context_of(record),
            "name": record.name,
            "disown_url": disown,
            "verified": bool(record.verified_by),
            "domain": domains.of_website(record.website) if record.is_organisation else "",
            "is_organisation": record.is_organisation,
            "reason": record.decline_reason,
        }


@register
class Published(Decided):
    """The entry is on the list: where it is, how to change it and to take it back."""

    name = "sponsors.published"
    label = _("Your entry is published")
    state = SponsorState.PUBLISHED


@register
class Declined(Decided):
    """The entry isn't published, why, and what can be done."""

    name = "sponsors.declined"
    label = _("Your entry is not published")
    state = SponsorState.DECLINED
