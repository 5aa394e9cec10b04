"""Looking for the signatures of one person."""

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...supporters import addresses
from .. import permissions
from ..models import Signature
from .listing import SignatureListView


class FindForm(forms.Form):
    """An e-mail address or a part of a name."""

    person = forms.CharField(
        label=gettext_lazy("E-mail address, or part of a name"),
        max_length=addresses.MAX_LENGTH,
        help_text=gettext_lazy(
            "Give an address as a whole. What you look for is written to no log; whose data you saw"
            " is."
        ),
    )


class FindView(SignatureListView):
    """Finds the signatures of one person. By POST, so that no log of the web server has it."""

    rights = (permissions.PERSONAL,)
    template_name = "wagtail_campaign/admin/find.html"
    index_url_name = "campaign_signatures:find"
    page_title = gettext_lazy("Find a person")
    header_icon = "search"
    header_buttons = []
    header_more_buttons = []
    filterset_class = None
    sort_key = None
    paginate_by = None
    shows_people = True
    #: More people than that are too many to be one person.
    LIMIT = 100

    def get_breadcrumbs_items(self):
        signatures = {"url": reverse("campaign_signatures:index"), "label": _("Signatures")}
        here = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, signatures, here]

    def post(self, request, *args, **kwargs):
        return self.get(request, *args, **kwargs)

    @cached_property
    def form(self):
        return FindForm(self.request.POST if self.request.method == "POST" else None)

    def get_queryset(self):
        if not self.form.is_valid():
            return Signature.objects.none()
        found = self.get_base_queryset().filter(who(self.form.cleaned_data["person"]))
        return found.order_by("-pk")[: self.LIMIT]

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        asked = self.form.is_bound and self.form.is_valid()
        return context | {"form": self.form, "asked": asked, "limit": self.LIMIT}


def who(person: str) -> Q:
    """The signatures of an address, whole, or of a name that contains all the words."""
    if "@" in person:
        try:
            keys = addresses.email_keys(addresses.clean_address(person))
        except ValueError:
            keys = []
        return Q(supporter__email_key__in=keys)
    named = Q()
    for word in person.split():
        named &= Q(supporter__first_name__icontains=word) | Q(supporter__last_name__icontains=word)
    return named
