"""The campaign on the admin's home page."""

from wagtail.admin.ui.components import Component

from ..models import Tally
from . import welcome


class CampaignPanel(Component):
    """The next step while nobody has taken part in anything yet; then the numbers of the week.

    Nothing for those who can do neither.
    """

    name = "campaign"
    template_name = "wagtail_campaign/admin/home_campaign.html"
    order = 110

    class Media:
        css = {"all": ["wagtail_campaign/admin.css"]}

    def render_html(self, parent_context=None):
        self.context = self.look(parent_context["request"])
        return super().render_html(parent_context) if self.context else ""

    def get_context_data(self, parent_context):
        return self.context

    def look(self, request) -> dict | None:
        """What the template is given: ``weeks``, each with its chart, or ``step`` and ``later``."""
        if Tally.objects.filter(count__gt=0).exists():
            weeks = [(week, week.drawn()) for week in welcome.weeks_for(request.user)]
            return {"weeks": weeks} if weeks else None
        steps = welcome.steps_for(request)
        return {"step": steps[0], "later": steps[1:]} if steps else None
