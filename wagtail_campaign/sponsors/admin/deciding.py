"""The pages on which moderators decide: publish, put back, decline, take off, put on again."""

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from .. import correcting, moderation
from ..states import may
from .seen import DecideView, SeenReasonForm
from .verbs import SponsorVerbView


class PublishView(DecideView):
    """Publishes entries, or accepts what was changed in them."""

    page_title = pgettext_lazy("sponsors", "Publish")
    header_icon = "check"
    button = pgettext_lazy("sponsors", "Yes, publish")
    consequences = (
        gettext_lazy("They are on the list at once, in every language, and count."),
        gettext_lazy("Who made a new entry gets a mail. Of accepted changes nobody is told."),
    )

    def can_be(self, sponsor):
        return moderation.can_publish(sponsor)

    def do(self, form):
        return moderation.publish(self.scope, self.ids, self.request.user, form.seen)


class PutBackView(DecideView):
    """Puts back what sponsors changed."""

    page_title = gettext_lazy("Put the changes back")
    header_icon = "history"
    button = gettext_lazy("Yes, put them back")
    serious = True
    consequences = (
        gettext_lazy("The entries say again what they said when a moderator saw them last."),
        gettext_lazy("Nobody is told. What was verified has to be verified anew."),
    )

    def can_be(self, sponsor):
        return correcting.can_put_back(sponsor)

    def do(self, form):
        return correcting.put_back(self.scope, self.ids, self.request.user, form.seen)


class MailedReasonForm(SeenReasonForm):
    """Why: it is mailed, and kept in the log."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        help_text=gettext_lazy(
            "It stands in the mail to who made the entry, and the log keeps it for ever. Write it"
            " in their language, and leave out names and addresses."
        ),
    )


class DeclineView(DecideView):
    """Declines entries."""

    page_title = gettext_lazy("Decline")
    header_icon = "cross"
    form_class = MailedReasonForm
    button = gettext_lazy("Yes, decline")
    serious = True
    consequences = (
        gettext_lazy("They are not on the list, and don’t count."),
        gettext_lazy(
            "Who made them gets a mail with the reason, and can change the entry; then it"
            " is looked at once more."
        ),
    )

    def can_be(self, sponsor):
        return may("decline", sponsor.state)

    def do(self, form):
        reason = form.cleaned_data["reason"]
        return moderation.decline(self.scope, self.ids, reason, self.request.user, form.seen)


class TakeOffView(DecideView):
    """Takes entries off the list."""

    page_title = gettext_lazy("Take off the list")
    header_icon = "view"
    form_class = SeenReasonForm
    button = gettext_lazy("Yes, take off")
    serious = True
    consequences = (
        gettext_lazy("They leave the list at once, and don’t count any more."),
        gettext_lazy("Nobody is told. You can put them on it again at any time."),
    )

    def can_be(self, sponsor):
        return may("take_off", sponsor.state)

    def do(self, form):
        reason = form.cleaned_data["reason"]
        return moderation.take_off(self.scope, self.ids, reason, self.request.user, form.seen)


class RestoreView(SponsorVerbView):
    """Puts on the list again what editors took off."""

    page_title = gettext_lazy("Put on the list again")
    header_icon = "rotate"
    button = gettext_lazy("Yes, put it back")
    only = gettext_lazy("Only what editors took off can be put on the list again.")

    def can_be(self, sponsor):
        return may("restore", sponsor.state)

    def do(self, form):
        return moderation.restore(self.scope, self.ids, self.request.user)
