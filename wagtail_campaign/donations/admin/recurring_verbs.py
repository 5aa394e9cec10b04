"""The pages on which an editor says yes to pausing or ending a recurring gift."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ...actions.admin.verbs import ReasonForm
from .. import moderation, permissions
from ..states import RecurringState
from .asking import AskAboutView
from .recurring import RecurringMixin, each_time


class RecurringVerbView(RecurringMixin, AskAboutView):
    """Asks about a recurring gift, and why."""

    rights = (permissions.RECURRING,)
    form_class = ReasonForm

    #: What is said afterwards.
    done = ""

    @property
    def is_useless(self):
        return not self.is_possible(self.record)

    def is_possible(self, recurring) -> bool:
        """Whether the verb has something to do."""
        raise NotImplementedError

    def what(self):
        number = {"number": self.record.pk, "amount": each_time(self.record)}
        return _("Recurring gift no. %(number)s, %(amount)s") % number

    def explain(self):
        if self.is_useless:
            state = {"state": self.record.get_state_display()}
            return [_("That can’t be done with it: %(state)s.") % state]
        return [*self.consequences(), _("The donor isn’t told: write to them.")]

    def consequences(self) -> list[str]:
        """What will happen, in sentences."""
        raise NotImplementedError

    def do(self, form):
        # Another editor, or the donor, may have been faster.
        self.record.refresh_from_db()
        if self.is_useless:
            self.nothing_done = True
            return _("Somebody else has changed it meanwhile: nothing was done.")
        self.carry_out(form.cleaned_data["reason"])
        return self.done

    def carry_out(self, reason: str) -> None:
        """Calls the verb."""
        raise NotImplementedError


class PauseView(RecurringVerbView):
    """Nothing is taken for a while."""

    page_title = gettext_lazy("Pause")
    header_icon = "time"
    button = gettext_lazy("Pause it")
    done = gettext_lazy("It is paused.")

    def is_possible(self, recurring):
        return moderation.can_pause(recurring)

    def consequences(self):
        return [_("Nothing is taken until you let it go on; what is left out isn’t asked later.")]

    def carry_out(self, reason):
        moderation.pause(self.record, reason, self.request.user)


class GoOnView(RecurringVerbView):
    """It is taken again."""

    page_title = gettext_lazy("Let it go on")
    header_icon = "resubmit"
    button = gettext_lazy("Let it go on")
    done = gettext_lazy("It goes on.")

    def is_possible(self, recurring):
        return moderation.can_go_on(recurring)

    def consequences(self):
        return [_("It is taken again from the next time on. Do it if the donor wants it.")]

    def carry_out(self, reason):
        moderation.go_on(self.record, reason, self.request.user)


class EndView(RecurringVerbView):
    """Nothing is taken any more."""

    page_title = gettext_lazy("End")
    header_icon = "cross"
    button = pgettext_lazy("recurring gift", "End it")
    serious = True
    done = gettext_lazy("It is ended: nothing is taken any more.")

    def is_possible(self, recurring):
        return moderation.can_end(recurring)

    def consequences(self):
        if self.record.state == RecurringState.ACTIVE:
            then = _(
                "Until the time that is paid for is over you can let it go on; after that the donor"
                " would have to give anew."
            )
        else:
            then = _("That can’t be undone: the donor would have to give anew.")
        return [_("Nothing is taken any more. What was paid stays paid; give it back apart."), then]

    def carry_out(self, reason):
        moderation.end(self.record, reason, self.request.user)
