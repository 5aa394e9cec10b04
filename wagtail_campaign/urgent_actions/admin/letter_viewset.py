"""The admin of letters: its addresses, its item in the menu, and where letters are linked to."""

from django.db import transaction
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import ModelAdminURLFinder
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from .. import permissions
from . import letter_verbs
from .bundle import BundleView
from .letter import LetterView
from .letter_figures import LetterFiguresView
from .letters import LetterListView


class LetterMenuItem(MenuItem):
    """For those who may see the list."""

    def is_shown(self, request):
        return permissions.can(request.user, *permissions.ANY_OF_LETTERS)


def verb(view):
    """A view whose verb owns its transaction, whatever ``ATOMIC_REQUESTS`` says."""
    return transaction.non_atomic_requests(view.as_view())


class LetterViewSet(ViewSet):
    """List, inspection, verbs, numbers and bundle of letters. There is no form to change one."""

    name = url_namespace = "campaign_letters"
    url_prefix = "campaign/letters"
    icon = "mail"
    menu_label = _("Letters")
    menu_name = "campaign-letters"
    menu_item_class = LetterMenuItem

    def get_urlpatterns(self):
        return [
            path("", LetterListView.as_view(), name="index"),
            path("results/", LetterListView.as_view(results_only=True), name="index_results"),
            path("<int:pk>/", LetterView.as_view(), name="inspect"),
            path("numbers/<int:pk>/", LetterFiguresView.as_view(), name="figures"),
            path("bundle/<int:pk>/", BundleView.as_view(), name="bundle"),
            path("release/", verb(letter_verbs.ReleaseView), name="release"),
            path("decline/", verb(letter_verbs.DeclineView), name="decline"),
            path("send-again/", verb(letter_verbs.SendAgainView), name="send_again"),
            path("hand-over/", verb(letter_verbs.HandOverView), name="hand_over"),
            path("take-down/", verb(letter_verbs.TakeDownView), name="take_down"),
            path("erase/", verb(letter_verbs.EraseView), name="erase"),
        ]


class LetterURLFinder(ModelAdminURLFinder):
    """Where a letter is linked to; the page there is for those who may see it."""

    edit_url_name = "campaign_letters:inspect"

    def get_edit_url(self, instance):
        if self.user and not permissions.can(self.user, *permissions.ANY_OF_LETTERS):
            return None
        return self.construct_edit_url(instance)
