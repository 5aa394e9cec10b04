"""The pages on which an editor says yes: to a test, a new secret, off and on, delete, and again."""

from datetime import datetime, time

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...actions import words
from ...actions.asking import AskView
from .. import endpoints
from .deliveries import label_of
from .of_endpoint import OfEndpointMixin
from .setting_up import shown_once


class TestView(OfEndpointMixin, AskView):
    """Sends something that means nothing."""

    page_title = gettext_lazy("Send a test")
    button = gettext_lazy("Send a test")

    @property
    def is_useless(self):
        return not self.endpoint.is_on

    def explain(self):
        if self.is_useless:
            return [_("It is switched off: switch it on first.")]
        return [
            _("An event of the type “test” goes out with the next pass of campaign_work."),
            _("What was answered stands among the deliveries then."),
        ]

    def act(self, form):
        endpoints.test(self.endpoint, self.request.user)
        return _("The test goes out with the next pass of campaign_work.")


class RenewSecretView(OfEndpointMixin, AskView):
    """A new secret, shown once."""

    page_title = gettext_lazy("New secret")
    button = gettext_lazy("Make a new secret")

    def explain(self):
        days = endpoints.OLDER_FOR.days
        return [
            ngettext(
                "For %(days)s day all is signed with both, the new one and the former.",
                "For %(days)s days all is signed with both, the new one and the former.",
                days,
            )
            % {"days": words.number(days)},
            _("One that was renewed before that is no longer used."),
        ]

    def form_valid(self, form):
        secret = endpoints.renew_secret(self.endpoint, self.request.user)
        return shown_once(self, self.endpoint, secret)


class SwitchOffView(OfEndpointMixin, AskView):
    """No more, for now."""

    page_title = gettext_lazy("Switch a webhook off")
    button = gettext_lazy("Switch it off")

    def explain(self):
        return [
            _("It is told nothing from now on. What waits for it is kept."),
            _("What happens meanwhile it never learns, but for what is erased."),
        ]

    def act(self, form):
        endpoints.switch_off(self.endpoint, self.request.user)
        return _("It is switched off.")


class SwitchOnView(OfEndpointMixin, AskView):
    """Again, from now on."""

    page_title = gettext_lazy("Switch a webhook on")
    button = gettext_lazy("Switch it on")

    def explain(self):
        return [
            _("It is told from now on, and what waits for it goes out first."),
            _("What was given up you can send again afterwards."),
        ]

    def act(self, form):
        endpoints.switch_on(self.endpoint, self.request.user)
        return _("It is switched on.")


class DeleteView(OfEndpointMixin, AskView):
    """For good."""

    page_title = gettext_lazy("Delete a webhook")
    header_icon = "bin"
    button = gettext_lazy("Yes, delete")
    serious = True

    def explain(self):
        return [
            _("It is deleted with all that was told to it, or still waits."),
            _("It won’t learn of what is erased after that: have it delete what it was told."),
        ]

    def act(self, form):
        endpoints.delete(self.endpoint, self.request.user)
        return _("Deleted.")

    def get_success_url(self):
        # After that there is nothing to go back to.
        done = self.request.method == "POST"
        return reverse("campaign_webhooks:index") if done else super().get_success_url()


def sent_again(number: int) -> str:
    """How much goes out again, in words."""
    return ngettext(
        "%(number)s event goes out again with the next pass of campaign_work.",
        "%(number)s events go out again with the next pass of campaign_work.",
        number,
    ) % {"number": words.number(number)}


class ReplayView(OfEndpointMixin, AskView):
    """One delivery once more; 404 for one that is on its way."""

    page_title = gettext_lazy("Send again")
    button = gettext_lazy("Yes, send again")

    @cached_property
    def deliveries(self):
        """The one, as a queryset."""
        settled = self.endpoint.deliveries.filter(state__in=endpoints.SETTLED)
        if not settled.filter(pk=self.kwargs["of"]).exists():
            raise Http404
        return settled.filter(pk=self.kwargs["of"])

    def explain(self):
        return [
            _("It goes out under the same number, by which the other side knows what it has got.")
        ]

    def get_context_data(self, **kwargs):
        events = {label_of(delivery) for delivery in self.deliveries}
        subject = f"{self.endpoint.name}: {', '.join(events)}"
        return super().get_context_data(**kwargs) | {"subject": subject}

    def act(self, form):
        number = endpoints.replay(self.endpoint, self.deliveries, self.request.user)
        return sent_again(number)

    def way_back(self):
        return self.address("deliveries")


class SinceForm(forms.Form):
    """Since when."""

    since = forms.DateField(
        label=gettext_lazy("What has happened since"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class ReplayFailedView(OfEndpointMixin, AskView):
    """All that was given up since a day."""

    page_title = gettext_lazy("Send again what failed")
    form_class = SinceForm
    button = gettext_lazy("Yes, send again")

    def get_initial(self):
        return {"since": timezone.localdate(self.endpoint.succeeded_at or timezone.now())}

    def explain(self):
        return [
            _("All that was given up and has happened since the beginning of that day."),
            _("It goes out under the same numbers, by which the other side knows what it has got."),
        ]

    def act(self, form):
        moment = timezone.make_aware(datetime.combine(form.cleaned_data["since"], time.min))
        found = endpoints.failed_since(self.endpoint, moment)
        number = endpoints.replay(self.endpoint, found, self.request.user)
        self.nothing_done = not number
        return sent_again(number) if number else _("Nothing was given up since then.")
