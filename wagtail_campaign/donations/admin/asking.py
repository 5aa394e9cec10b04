"""The pages on which an editor says yes to what Stripe, or the site, then does with one gift."""

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...actions.admin.verbs import ReasonForm
from ...actions.asking import AskView
from ...actions.titles import title_of
from .. import moderation, offline_gifts, permissions
from ..stripe_api import gateway
from ..syncing.gifts import Busy
from .listing import DonationsMixin, amount_of


def why_not(error: Exception) -> str:
    """What to tell of what Stripe didn't do."""
    if isinstance(error, gateway.StripeKeyWrong):
        said = _("Stripe doesn’t let the key of this site do that (%(error)s): see its settings.")
        return said % {"error": error}
    if isinstance(error, gateway.StripeRefused):
        return _("Stripe refused it (%(error)s). Nothing was changed.") % {"error": error}
    return _("Stripe doesn’t answer just now, so nobody knows whether it was done. Try again.")


class AskAboutView(AskView):
    """Asks about the one record with ``pk`` in the address; 404 for one that isn't the user's
    business. Not atomic: the verb owns its transaction."""

    @cached_property
    def record(self):
        found = self.scope.select_related("fund").filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def get_context_data(self, **kwargs):
        subject = f"{self.what()}: {title_of(self.record.fund)}"
        return super().get_context_data(**kwargs) | {"subject": subject}

    def what(self) -> str:
        """Which one, in words."""
        raise NotImplementedError

    def way_back(self):
        return reverse(f"{self.namespace}:inspect", args=[self.record.pk])

    def act(self, form):
        try:
            return self.do(form)
        except (gateway.StripeError, Busy) as error:
            self.nothing_done = True
            return why_not(error)

    def do(self, form) -> str:
        """Does it, and may raise what ``gateway`` raises; what to tell the user."""
        raise NotImplementedError


class AskAboutGiftView(DonationsMixin, AskAboutView):
    """Asks about a donation."""

    def what(self):
        said = {"number": self.record.pk, "amount": amount_of(self.record)}
        return _("Donation no. %(number)s, %(amount)s") % said


class LookAgainView(AskAboutGiftView):
    """Makes a donation what Stripe says that it is."""

    page_title = gettext_lazy("Look at Stripe again")
    header_icon = "rotate"
    button = gettext_lazy("Look again")

    def explain(self):
        return [
            _(
                "Stripe is asked for this gift, its refunds and disputes, and what it says is"
                " written down. Events of the webhook do the same."
            )
        ]

    def do(self, form):
        before = amount_of(self.record), self.record.state
        found = moderation.look_again(self.record, self.request.user)
        if before == (amount_of(found), found.state):
            return _("It is as it was: %(state)s.") % {"state": found.get_state_display()}
        return _("Stripe says: %(state)s, %(amount)s.") % {
            "state": found.get_state_display(),
            "amount": amount_of(found),
        }


class HideView(AskAboutGiftView):
    """Takes a name, and a dedication, off the page."""

    rights = (permissions.SETTINGS,)
    page_title = gettext_lazy("Take off the page")
    header_icon = "no-view"
    form_class = ReasonForm
    button = gettext_lazy("Take it off the page")
    serious = True

    def explain(self):
        return [
            _("Name and dedication are shown no longer, at once and in every language."),
            _("The gift still counts, and so do those that come of it."),
            _("The donor isn’t told, and can choose anew how to be named."),
        ]

    def do(self, form):
        if not moderation.hide(self.record, form.cleaned_data["reason"], self.request.user):
            self.nothing_done = True
            return _("Neither a name nor a dedication is shown of it.")
        return _("It is shown no longer.")


class TakeOutView(AskAboutGiftView):
    """Takes out what was entered by mistake."""

    rights = (permissions.OFFLINE,)
    page_title = gettext_lazy("Take a gift out")
    header_icon = "bin"
    form_class = ReasonForm
    button = gettext_lazy("Take it out")
    serious = True

    @property
    def scope(self):
        return super().scope.filter(is_offline=True)

    def explain(self):
        return [
            _("It is taken out of all amounts and deleted, with the name and the note."),
            _("The log keeps number, day, amount and the reason. You can enter it anew."),
        ]

    def do(self, form):
        reason = form.cleaned_data["reason"]
        if not offline_gifts.take_out(self.record, reason, self.request.user):
            self.nothing_done = True
            return _("Somebody else has taken it out already.")
        return _("The gift was taken out.")

    def get_success_url(self):
        # After that there is nothing to go back to.
        done = self.request.method == "POST"
        return reverse("campaign_donations:index") if done else super().get_success_url()
