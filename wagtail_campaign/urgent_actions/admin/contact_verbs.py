"""What an editor does with a contact: says that it was verified today, or that it works again."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from ...actions import words
from ...actions.asking import AskView
from ..directory import verbs as contact_verbs
from ..directory.contacts import Contact, ContactState
from ..directory.targets import Target
from . import rights
from .contacts import ChangersMixin, edit_url


class ContactMixin(ChangersMixin):
    """A contact by its id, of a target that the user may change."""

    @cached_property
    def contact(self) -> Contact:
        mine = rights.changeable(self.request.user).values("pk")
        return get_object_or_404(Contact, pk=self.kwargs["pk"], target__in=mine)

    @cached_property
    def owner(self) -> Target:
        return self.target(self.contact.target_id)

    def way_back(self) -> str:
        return reverse("campaign_contacts:index")


class VerifyView(ContactMixin, View):
    """ "Verified today" for one contact: a click, which the log keeps."""

    http_method_names = ["post"]

    def post(self, request, pk):
        found = Contact.objects.filter(pk=self.contact.pk)
        contact_verbs.verify(self.owner, found, request.user)
        messages.success(request, _("Written down: verified today."))
        return HttpResponseRedirect(get_valid_next_url_from_request(request) or self.way_back())


class VerifyTargetView(ChangersMixin, View):
    """The same for all contacts of a target that work."""

    http_method_names = ["post"]

    def post(self, request, pk):
        target = self.target(pk)
        found = Contact.objects.filter(target=target.pk, state=ContactState.WORKS)
        if contact_verbs.verify(target, found, request.user):
            messages.success(request, _("Written down: verified today."))
        else:
            messages.warning(request, _("None of its contacts works."))
        return HttpResponseRedirect(edit_url(target))


class WorksView(ContactMixin, AskView):
    """Asks whether a contact works again; then letters that waited for it go on."""

    page_title = gettext_lazy("Works again")
    header_icon = "tick"
    button = gettext_lazy("Yes, it works")

    def get(self, request, *args, **kwargs):
        if self.contact.works:
            raise Http404
        return super().get(request, *args, **kwargs)

    def explain(self):
        number = contact_verbs.held(self.owner).count() if self.contact.kind == "email" else 0
        said = [
            _("Only say yes once you have found that the address is right and takes mail."),
            _("It counts as verified today."),
        ]
        if number:
            said.append(
                ngettext(
                    "%(number)s letter is held. Unless a moderator has to look at it, it goes into"
                    " the queue.",
                    "%(number)s letters are held. Those that no moderator has to look at go into"
                    " the queue.",
                    number,
                )
                % {"number": words.number(number)}
            )
        return said

    def act(self, form):
        number = contact_verbs.works_again(self.owner, self.contact, self.request.user)
        if not number:
            return _("It works again.")
        return ngettext(
            "It works again. %(number)s letter is in the queue.",
            "It works again. %(number)s letters are in the queue.",
            number,
        ) % {"number": words.number(number)}

    def get_context_data(self, **kwargs):
        subject = f"{self.contact.get_kind_display()}: {self.contact.value}"
        return super().get_context_data(**kwargs) | {"subject": subject}
