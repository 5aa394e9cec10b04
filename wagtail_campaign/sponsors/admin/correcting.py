"""The pages on which editors verify organisations, and erase entries."""

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from .. import correcting, domains, verifying
from ..moderating import Done
from ..states import SponsorState, Verified
from .listing import index_of
from .verbs import SponsorVerbView


class VerifyForm(forms.Form):
    """How an organisation was verified."""

    by = forms.ChoiceField(
        label=pgettext_lazy("sponsor", "Verified"),
        choices=Verified.choices,
        required=False,
        initial=Verified.EDITOR,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "“By the campaign”: you know them, or have asked there. It is shown in the list."
        ),
    )


class VerifyView(SponsorVerbView):
    """Writes down how organisations were verified."""

    page_title = gettext_lazy("Verify")
    header_icon = "key"
    form_class = VerifyForm
    button = gettext_lazy("Write that down")
    only = gettext_lazy("Only organisations are verified.")

    def can_be(self, sponsor):
        return sponsor.is_organisation and not sponsor.is_erased

    def do(self, form):
        by = Verified(form.cleaned_data["by"])
        return correcting.verify(self.scope, self.ids, by, self.request.user)


class LookUpView(SponsorVerbView):
    """Looks for the records in the domains of organisations, now."""

    page_title = gettext_lazy("Look for the record in the domain")
    header_icon = "search"
    button = gettext_lazy("Look now")
    only = gettext_lazy("It is verified, or has no web site of its own.")
    consequences = (
        gettext_lazy("Name servers are asked, which takes some seconds for each."),
        gettext_lazy("Where the record is found, the organisation is verified by it."),
    )
    #: More than that would keep a browser waiting.
    MOST = 5

    def can_be(self, sponsor):
        is_open = sponsor.is_organisation and not sponsor.verified_by
        return is_open and bool(domains.record_for(sponsor))

    def do(self, form):
        user = self.request.user
        return Done(sum(verifying.look(sponsor, user) for sponsor in self.chosen[: self.MOST]))


class EraseView(SponsorVerbView):
    """Destroys all that entries say, and who made them."""

    page_title = gettext_lazy("Erase")
    header_icon = "bin"
    button = gettext_lazy("Erase for ever")
    serious = True
    only = gettext_lazy("It was erased: nobody can say any more who it was.")
    consequences = (
        gettext_lazy(
            "They leave the list at once. Name, words, logo, and who entered them, with"
            " consents and our mails, are destroyed."
        ),
        gettext_lazy("Country, language and month stay, without the name."),
        gettext_lazy("This can’t be undone."),
    )

    def can_be(self, sponsor):
        return not sponsor.is_erased

    def do(self, form):
        return correcting.erase(self.scope, self.ids, self.request.user)

    def way_back(self):
        gone = all(sponsor.state == SponsorState.PENDING for sponsor in self.chosen)
        return index_of(self.chosen[0].sponsor_list) if gone and self.chosen else super().way_back()
