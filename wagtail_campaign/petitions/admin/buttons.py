"""The ways from a page in the admin to its petition."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import ModelAdminURLFinder
from wagtail.admin.widgets.button import Button

from ...actions.admin.finder import ActionURLFinder
from .. import permissions
from ..pages import PetitionMixin


def page_buttons(page, user, view_name=None, next_url=None):
    """Hook: adds "Petition settings" and "Signatures" to the menu of a petition's page.

    An alias has them too, though its editor has no panels. wagtail-localize's editor of a
    translation shows neither: there the menu in the page explorer has them. Costs no query, as it
    is asked for each page of a listing.
    """
    if not issubclass(page.specific_class or type(page), PetitionMixin):
        return
    if permissions.can(user, permissions.SETTINGS):
        url = reverse("campaign_petitions:of_page", args=[page.pk])
        yield Button(_("Petition settings"), url=url, icon_name="cog", priority=5)
    if permissions.can(user, *permissions.ANY_OF_SIGNATURES):
        url = reverse("campaign_petitions:signatures_of_page", args=[page.pk])
        yield Button(_("Signatures"), url=url, icon_name="list-ul", priority=6)


class PetitionURLFinder(ActionURLFinder):
    """Where Wagtail's site history links a petition to."""

    edit_url_name = "campaign_petitions:edit"
    right = permissions.SETTINGS

    def own_actions(self):
        return permissions.petitions_of(self.user)


class SignatureURLFinder(ModelAdminURLFinder):
    """Where it links a signature to; the page there is for those who may see it."""

    edit_url_name = "campaign_signatures:inspect"

    def get_edit_url(self, instance):
        if self.user and not permissions.can(self.user, *permissions.ANY_OF_SIGNATURES):
            return None
        return self.construct_edit_url(instance)
