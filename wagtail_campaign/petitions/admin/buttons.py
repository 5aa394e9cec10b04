"""The ways from a page in the admin to its petition."""

from django.utils.translation import gettext_lazy as _

from ...actions.admin.buttons import to_records, to_settings
from ...actions.admin.finder import ActionURLFinder, RecordURLFinder
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
    settings, records = "campaign_petitions:of_page", "campaign_petitions:signatures_of_page"
    yield from to_settings(page, user, _("Petition settings"), settings, permissions.SETTINGS)
    yield from to_records(page, user, _("Signatures"), records, permissions.ANY_OF_SIGNATURES)


class PetitionURLFinder(ActionURLFinder):
    """Where Wagtail's site history links a petition to."""

    edit_url_name = "campaign_petitions:edit"
    right = permissions.SETTINGS

    def own_actions(self):
        return permissions.petitions_of(self.user)


class SignatureURLFinder(RecordURLFinder):
    """Where it links a signature to; the page there is for those who may see it."""

    edit_url_name = "campaign_signatures:inspect"
    rights = permissions.ANY_OF_SIGNATURES
