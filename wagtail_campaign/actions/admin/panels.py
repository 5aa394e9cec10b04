"""The live side of an action, beside its page in the editor."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from ..models import NOT_YET, Action, State

HEADING = _("Live: the same in every language")
STATUSES = {**dict(State.choices), NOT_YET: _("Opens later")}
UNPUBLISHED = _("Page not published")


def status_label(action: Action, published: set) -> str:
    """Where an action stands, in a word; ``published`` as ``siblings.published`` gives it.

    Nothing is open to a public that has no page to see.
    """
    status = action.status()
    if status in {State.OPEN, NOT_YET} and action.key not in published:
        return UNPUBLISHED
    return STATUSES[status]


class LivePanel(Panel):
    """Base of the panels that show an action beside its page: the same in every language.

    It has no field, so it takes no part in saving. Autosave doesn't draw it anew: what it shows is
    that of the moment at which the editor was opened.
    """

    def __init__(self, heading=HEADING, icon="view", **kwargs):
        super().__init__(heading=heading, icon=icon, **kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_campaign/admin/numbers_panel.html"
        #: Who has one of these sees it.
        rights = ()
        #: What stands there before the page has an action.
        not_yet = ""

        class Media:
            css = {"all": ["wagtail_campaign/admin.css"]}

        def is_shown(self):
            user = self.request.user
            may = any(user.has_perm(f"wagtail_campaign.{right}") for right in self.rights)
            return super().is_shown() and may

        def live(self, action: Action) -> dict:
            """What the template is given of the action, as ``live``."""
            raise NotImplementedError

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            action = self.instance.get_action() if self.instance.pk else None
            live = self.live(action) if action else None
            return context | {"live": live, "not_yet": self.not_yet}
