"""The chain of an urgent action: first, further information, outcome, stop.

The first is the urgent action's own page; the others are updates under it, so that one address
always shows how it stands now. Publishing an outcome ends the action; a stop ends it at once: what
has not gone is cancelled, and everybody who wrote is told before anybody is told anything else.
"""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from .. import signals
from ..actions.deadlocks import repeated
from ..actions.models import State
from ..updates.pages import UpdateMixin
from .models import UrgentAction


class Link(models.TextChoices):
    """What follows on an urgent action."""

    FURTHER = "further", _("Further information")
    OUTCOME = "outcome", _("Outcome")
    STOP = "stop", _("Stop: write no more letters")


class ChainMixin(UpdateMixin):
    """The fields of a link in the chain: an update that may end the urgent action it is on."""

    link = models.CharField(
        _("what it is"),
        max_length=7,
        choices=Link.choices,
        default=Link.FURTHER,
        help_text=_(
            "Publishing an outcome or a stop ends the urgent action in every language. A stop also"
            " cancels what was not sent yet, and may be mailed to everybody who wrote."
        ),
    )

    content_panels = [FieldPanel("link"), *UpdateMixin.content_panels]

    class Meta:
        abstract = True

    @property
    def is_urgent(self):
        return self.link == Link.STOP

    @classmethod
    def can_exist_under(cls, parent):
        """Only urgent actions have a chain."""
        if not super().can_exist_under(parent):
            return False
        return issubclass(parent.specific.action_model, UrgentAction)


class AbstractChainPage(ChainMixin, Page):
    """A link in the chain of an urgent action, for sites with page types of their own."""

    content_panels = Page.content_panels + ChainMixin.content_panels

    class Meta:
        abstract = True


@repeated
def follow(page: ChainMixin) -> None:
    """What publishing a link does to the urgent action: nothing, an end, or a stop.

    Whoever opens the action again in its settings has the last word: publishing the same link once
    more, a corrected one, doesn't end it again.
    """
    parent = page.action_page
    if parent is None or page.link == Link.FURTHER:
        return
    with transaction.atomic():
        action = UrgentAction.objects.select_for_update().filter(key=parent.action_key).first()
        if action is None or _was_published_before(page):
            return
        was = action.state
        if page.link == Link.STOP:
            action.stopped_at = timezone.now()
        if action.state in {State.OPEN, State.PAUSED}:
            action.state = State.CLOSED
        action.save()
        signals.send_on_commit(signals.action_changed, UrgentAction, action=action, was=was)


def _was_published_before(page: ChainMixin) -> bool:
    # Wagtail sets both in the same moment the first time.
    return bool(page.first_published_at and page.last_published_at > page.first_published_at)
