"""Subscriptions to alerts, as those whose they are see them under ``/campaign/me/``."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from ...actions.records import RecordState
from ...supporters import acts
from . import services
from .links import AlertLink
from .models import KEY, Alert, is_subscribed


@acts.register
class AlertAct(acts.Act):
    """A subscription to alerts."""

    slice = Alert.mailed_slice
    noun = gettext_lazy("Urgent actions by mail")

    @classmethod
    def records(cls, email_keys):
        found = Alert.objects.filter(supporter__email_key__in=email_keys)
        return found.select_related("supporter", "page__locale")

    @property
    def action_key(self):
        return KEY

    @property
    def state(self):
        if self.record.state == RecordState.CONFIRMED:
            return _("Confirmed: you are told of urgent actions.")
        return _("Not confirmed yet: you get nothing. It waits for you to confirm it.")

    @property
    def refusals(self):
        if self.record.state == RecordState.CONFIRMED:
            return {acts.CONFIRM: "", acts.SHOW_AS: "", acts.WITHDRAW: ""}
        refused = {acts.SHOW_AS: "", acts.WITHDRAW: ""}
        if AlertLink().opened(self.record).standing != "pending":
            refused[acts.CONFIRM] = ""
        elif is_subscribed(self.record.supporter.email):
            refused[acts.CONFIRM] = _("This address gets urgent actions already.")
        return refused

    def question(self, verb):
        said = [_("You get no urgent actions any more, and your address is destroyed.")]
        return acts.Question(
            _("Get no more urgent actions?"), said, pgettext("subscription", "End it")
        )

    def data(self):
        alert = self.record
        return {
            "state": alert.state,
            "language": alert.language,
            "created_at": alert.created_at,
            "confirmed_at": alert.confirmed_at,
        }

    def confirm(self):
        return services.confirm(self.record)

    def erase(self):
        services.end(self.record)

    def let_go(self):
        return services.end(self.record)
