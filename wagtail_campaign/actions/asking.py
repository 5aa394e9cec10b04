"""The page on which an editor says yes to something that is not just a change of a form."""

from django import forms
from django.db import transaction
from django.http import HttpResponseRedirect
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class AskView(WagtailAdminTemplateMixin, FormView):
    """A question, and on POST the verb. Subclasses implement ``explain``, ``act``, ``way_back``.

    Where the verb would change nothing they say so in ``explain`` and set ``is_useless``: there is
    no button then. Should it happen all the same, ``act`` sets ``nothing_done``.
    """

    template_name = "wagtail_campaign/admin/ask.html"
    form_class = forms.Form
    #: What the button says; and whether what it does is grave.
    button = ""
    serious = False
    is_useless = False
    nothing_done = False

    def explain(self) -> list[str]:
        """What will happen, in sentences."""
        raise NotImplementedError

    def act(self, form) -> str:
        """Does it; returns what to tell the user."""
        raise NotImplementedError

    def way_back(self) -> str:
        """The address to go to afterwards, unless ``?next=`` names another."""
        raise NotImplementedError

    def get_success_url(self):
        return get_valid_next_url_from_request(self.request) or self.way_back()

    def form_valid(self, form):
        said = self.act(form)
        (messages.warning if self.nothing_done else messages.success)(self.request, said)
        return HttpResponseRedirect(self.get_success_url())

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "explanation": self.explain(),
            "button": self.button,
            "serious": self.serious,
            "is_useless": self.is_useless,
            "back": self.get_success_url(),
            "action_url": self.request.get_full_path(),
        }


def verb(view):
    """A view whose verb owns its transaction, whatever ``ATOMIC_REQUESTS`` says."""
    return transaction.non_atomic_requests(view.as_view())


def ids_asked_about(request) -> list[int]:
    """The ids in ``?id=1&id=2``, without what is none."""
    given = request.GET.getlist("id")
    return [int(pk) for pk in given if pk.isascii() and pk.isdecimal() and len(pk) < 19]
