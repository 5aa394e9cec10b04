"""The ways from the page of an urgent action in the admin: its settings, and the next link."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from ...actions.admin.buttons import to_settings
from ...actions.admin.finder import ActionURLFinder
from .. import permissions
from ..chain import Link, model_for
from ..pages import UrgentActionMixin

ICONS = {Link.FURTHER: "plus", Link.OUTCOME: "success", Link.STOP: "warning"}


def page_buttons(page, user, view_name=None, next_url=None):
    """Hook: adds the settings, and the links of the chain, to the menu of an urgent action's page.

    Costs no query, as it is asked for each page of a listing.
    """
    page_class = page.specific_class or type(page)
    if not issubclass(page_class, UrgentActionMixin):
        return
    settings = "campaign_urgent_actions:of_page"
    yield from to_settings(page, user, _("Urgent action settings"), settings, permissions.SETTINGS)
    if page.alias_of_id or not page.permissions_for_user(user).can_add_subpage():
        return
    if model_for(page_class) is None:
        return
    for number, link in enumerate(Link):
        url = reverse("campaign_urgent_actions:draft", args=[page.pk, link.value])
        # Wagtail's own script makes a POST of it. Without it the address asks first.
        post = {
            "data-controller": "w-action",
            "data-action": "w-action#post:prevent",
            "data-w-action-url-value": url,
        }
        yield Button(
            link.name_of_it, url=url, icon_name=ICONS[link], attrs=post, priority=6 + number
        )


class UrgentActionURLFinder(ActionURLFinder):
    """Where Wagtail's site history links an urgent action to."""

    edit_url_name = "campaign_urgent_actions:edit"
    right = permissions.SETTINGS

    def own_actions(self):
        return permissions.actions_of(self.user)
