"""Entries, as those who made them see them under ``/campaign/me/``."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..supporters import acts
from . import domains, repeats, services
from .links import SponsorLink
from .models import Sponsor, SponsorContact
from .states import SponsorState, may


@acts.register
class SponsorAct(acts.Act):
    """One entry: seen, changed, verified, withdrawn, erased."""

    slice = Sponsor.mailed_slice
    noun = gettext_lazy("Name lent to a list")
    template = "wagtail_campaign/sponsors/me_entry.html"

    @classmethod
    def records(cls, email_keys):
        sponsors = Sponsor.objects.filter(supporter__email_key__in=email_keys)
        return sponsors.select_related("sponsor_list", "supporter", "page__locale")

    @property
    def action_key(self):
        return self.record.sponsor_list.key

    @cached_property
    def _standing(self) -> str:
        return SponsorLink().standing(self.record, repeats.is_there)

    @property
    def state(self):
        sponsor = self.record
        match sponsor.state:
            case SponsorState.WAITING:
                return _("Confirmed. The campaign looks at it before it is published.")
            case SponsorState.PUBLISHED if sponsor.needs_review:
                return _("On the list as you changed it. The campaign will look at the change.")
            case SponsorState.PUBLISHED:
                return _("On the list.")
            case SponsorState.DECLINED:
                said = _("Not published. The reason: %(reason)s")
                return said % {"reason": sponsor.decline_reason}
            case SponsorState.REMOVED:
                return _("Taken off the list by the campaign.")
            case SponsorState.WITHDRAWN:
                return _("Withdrawn: it is not on the list.")
        if self._standing == "pending":
            return _("Not confirmed yet. It waits for you to confirm it.")
        return _("Not confirmed: it will be deleted.")

    @property
    def refusals(self):
        refused = {acts.SHOW_AS: ""}
        if self.record.state != SponsorState.PENDING or self._standing == "over":
            refused[acts.CONFIRM] = ""
        elif self._standing == "repeat":
            refused[acts.CONFIRM] = _("There is the same entry with this address already.")
        if not may("withdraw", self.record.state):
            refused[acts.WITHDRAW] = ""
        return refused

    @property
    def confirmed_as(self):
        return self.record.name

    @property
    def can_change(self) -> bool:
        """Whether the entry can be changed now."""
        return services.can_change(self.record)

    @property
    def dns_record(self) -> str:
        """What proves the domain of an organisation that isn't verified; "" where nothing can."""
        sponsor = self.record
        is_open = self.can_change and sponsor.is_organisation and not sponsor.verified_by
        return domains.record_for(sponsor) if is_open else ""

    @property
    def domain(self) -> str:
        """The domain that would be proved."""
        return domains.of_website(self.record.website)

    @property
    def told(self):
        contact = SponsorContact.objects.filter(supporter=self.record.supporter_id).first()
        more = [(_("Authority to speak for it"), contact.authority)] if contact else []
        return super().told + [(label, said) for label, said in more if said]

    def question(self, verb):
        if verb == acts.WITHDRAW:
            return acts.Question(
                _("Take your name back?"),
                [
                    _("The entry leaves the list at once, in every language, and doesn’t count."),
                    _("Your consent to news about this list ends with it."),
                    _("What you told us stays until you erase it. You can join again."),
                ],
                _("Withdraw"),
            )
        said = [_("All that you told us is destroyed, with your consents and our mails.")]
        if self.record.state == SponsorState.PENDING:
            said.append(_("Of an entry that was not confirmed nothing stays."))
        else:
            said.append(_("The entry leaves the list at once, and doesn’t count any more."))
            said.append(_("Country, language and month stay, without a name."))
        said.append(
            _(
                "For one day a fingerprint of your address stays, so that nobody floods it with"
                " mail."
            )
        )
        return acts.Question(_("Erase your entry?"), said, _("Erase for ever"))

    def data(self):
        sponsor = self.record
        names = (
            *("state", "kind", "name", "names", "role", "organisation", "speaks_for", "quote"),
            *("website", "members", "country", "language", "verified_by", "verified_at"),
            *("decline_reason", "reviewed", "created_at", "confirmed_at", "changed_at"),
            *("published_at", "reminded_at", "dns_asked_at", "dns_looked_at"),
        )
        contact = SponsorContact.objects.filter(supporter=sponsor.supporter_id).first()
        return {
            **{name: getattr(sponsor, name) for name in names},
            "type": str(sponsor.type_uuid or ""),
            "address_key_id": sponsor.key_id,
            "authority": contact.authority if contact else "",
        }

    def confirm(self):
        return services.confirm(self.record)

    def withdraw(self):
        return services.withdraw(self.record)

    def erase(self):
        services.erase(self.record)

    def let_go(self):
        return services.let_go(self.record)
