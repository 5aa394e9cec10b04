"""The chain of an urgent action: first, further information, outcome, stop.

The first is the urgent action's own page; the others are updates under it, so that one address
always shows how it stands now. Publishing an outcome ends the action; a stop ends it at once: what
has not gone is cancelled, and everybody who wrote is told before anybody is told anything else.
"""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import Page

from .. import signals
from ..actions.models import State
from ..deadlocks import repeated
from ..updates.pages import UpdateMixin
from .models import UrgentAction
from .publishing import GuardedMixin


class Link(models.TextChoices):
    """What follows on an urgent action."""

    FURTHER = "further", _("Further information")
    OUTCOME = "outcome", _("Outcome")
    STOP = "stop", _("Stop: write no more letters")

    @property
    def name_of_it(self):
        """What it is called where it stands beside a title: "Stop"."""
        return pgettext_lazy("link of a chain", "Stop") if self == Link.STOP else self.label


def links_on(page):
    """The public links of the chain under the page of an urgent action, the first first: a queryset
    of pages."""
    links = page.get_children().live().public().type(ChainMixin)
    return links.order_by("first_published_at", "pk")


def position_on(page, link=None) -> int:
    """Which link of the chain a page is: 1 for the urgent action alone, one more for each public
    link since; of one of these, where it stands among them."""
    links = links_on(page)
    if link is not None and link.first_published_at:
        links = links.filter(first_published_at__lte=link.first_published_at).exclude(pk=link.pk)
        return links.count() + 2
    return links.count() + (1 if link is None else 2)


class ChainMixin(GuardedMixin, UpdateMixin):
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
    api_fields = [APIField("link"), *UpdateMixin.api_fields]

    class Meta:
        abstract = True

    @property
    def is_urgent(self):
        return self.link == Link.STOP

    @property
    def said_first(self):
        return _("Stop: please write no more letters") if self.is_urgent else ""

    @property
    def name_of_it(self):
        """What it is: "Further information", "Outcome", "Stop"."""
        return Link(self.link).name_of_it

    def guarded_action(self):
        page = self.action_page
        return page.get_action() if page else None

    def get_template(self, request, *args, **kwargs):
        return "wagtail_campaign/urgent_actions/chain_page.html"

    def get_context(self, request, *args, **kwargs):
        """Adds ``position``: which link of the chain it is."""
        context = super().get_context(request, *args, **kwargs)
        page = context["action_page"]
        return context | {"position": position_on(page, self) if page else None}

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


def model_for(page_class: type) -> type | None:
    """The type of page that a link of the chain is, under pages of a class: the package's, or the
    site's own subclass of ``ChainMixin``; None where it has none. Costs no query."""
    allowed = page_class.clean_subpage_models() if page_class else []
    own = [
        m
        for m in allowed
        if issubclass(m, ChainMixin) and page_class in m.clean_parent_page_models()
    ]
    return next((model for model in own if model.is_creatable), None)


@repeated
def follow(page: ChainMixin) -> None:
    """What publishing a link does to the urgent action: nothing, an end, or a stop.

    Once for a link in all its languages: whoever opens the action again in its settings has the
    last word, and a corrected link, or its translation, doesn't end it again. One that becomes a
    stop later does. Wagtail sends the signal, too, when a schedule is set: nothing follows then.
    """
    parent = page.action_page
    if parent is None or page.link == Link.FURTHER or not page.live:
        return
    followed = f"{page.translation_key}:{page.link}"
    with transaction.atomic():
        action = UrgentAction.objects.select_for_update().filter(key=parent.action_key).first()
        if action is None or followed in action.followed:
            return
        was = action.state
        action.followed = [*action.followed, followed]
        if page.link == Link.STOP:
            action.stopped_at = timezone.now()
        if action.state in {State.OPEN, State.PAUSED}:
            action.state = State.CLOSED
        action.save()
        signals.send_on_commit(signals.action_changed, UrgentAction, action=action, was=was)
