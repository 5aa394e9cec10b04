"""The admin of letters: its addresses, its item in the menu, and where letters are linked to."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from ...actions.admin.finder import RecordURLFinder
from ...actions.asking import verb
from .. import permissions
from .bundle import BundleView
from .finding import FindView
from .letter import LetterView
from .letter_figures import LetterFiguresView
from .letter_verbs.decline import DeclineView
from .letter_verbs.erase import EraseView
from .letter_verbs.hand_over import HandOverView
from .letter_verbs.release import ReleaseView
from .letter_verbs.send_again import SendAgainView
from .letter_verbs.take_down import TakeDownView
from .letters import LetterListView


class LetterMenuItem(MenuItem):
    """For those who may see the list."""

    def is_shown(self, request):
        return permissions.can(request.user, *permissions.ANY_OF_LETTERS)


class LetterViewSet(ViewSet):
    """List, search, inspection, verbs, numbers and bundle of letters. Nothing changes one."""

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
            path("find/", FindView.as_view(), name="find"),
            path("<int:pk>/", LetterView.as_view(), name="inspect"),
            path("numbers/<int:pk>/", LetterFiguresView.as_view(), name="figures"),
            path("bundle/<int:pk>/", BundleView.as_view(), name="bundle"),
            path("release/", verb(ReleaseView), name="release"),
            path("decline/", verb(DeclineView), name="decline"),
            path("send-again/", verb(SendAgainView), name="send_again"),
            path("hand-over/", verb(HandOverView), name="hand_over"),
            path("take-down/", verb(TakeDownView), name="take_down"),
            path("erase/", verb(EraseView), name="erase"),
        ]


class LetterURLFinder(RecordURLFinder):
    """Where a letter is linked to; the page there is for those who may see it."""

    edit_url_name = "campaign_letters:inspect"
    rights = permissions.ANY_OF_LETTERS
