"""Looking for a gift: by its number, or by the whole address of who gave it."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...supporters import addresses
from .. import permissions
from ..models import Donation
from .listing import DonationListView


class FindForm(forms.Form):
    """A number or an address."""

    person = forms.CharField(
        label=gettext_lazy("Number of the gift, or e-mail address"),
        max_length=addresses.MAX_LENGTH,
        help_text=gettext_lazy(
            "The number is in the confirmation of the gift. Give an address as a whole. What you"
            " look for is written to no log; whose data you saw is."
        ),
    )

    def __init__(self, *args, may_see_people: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.may_see_people = may_see_people

    def clean_person(self):
        person = self.cleaned_data["person"].strip()
        if "@" in person and not self.may_see_people:
            raise ValidationError(_("You have no right to see personal data: give the number."))
        is_number = person.isascii() and person.isdecimal() and len(person) < 19
        if "@" not in person and not is_number:
            raise ValidationError(_("Give a number, or a whole address."))
        return person


class FindView(DonationListView):
    """Finds gifts. By POST, so that no log of the web server has it."""

    template_name = "wagtail_campaign/admin/find_gift.html"
    index_url_name = "campaign_donations:find"
    page_title = gettext_lazy("Find a gift")
    header_icon = "search"
    header_buttons = []
    header_more_buttons = []
    filterset_class = None
    sort_key = None
    paginate_by = None
    nothing = ""
    #: More gifts than that aren't shown.
    LIMIT = 100

    def get_breadcrumbs_items(self):
        donations = {"url": reverse("campaign_donations:index"), "label": self.list_title}
        return [*self.breadcrumbs_items, donations, {"url": "", "label": self.page_title}]

    def post(self, request, *args, **kwargs):
        return self.get(request, *args, **kwargs)

    @property
    def shows_people(self):
        return self.can(permissions.PERSONAL)

    @cached_property
    def form(self):
        data = self.request.POST if self.request.method == "POST" else None
        return FindForm(data, may_see_people=self.can(permissions.PERSONAL))

    def get_queryset(self):
        if not self.form.is_valid():
            return Donation.objects.none()
        found, person = self.get_base_queryset(), self.form.cleaned_data["person"]
        if "@" in person:
            found = found.filter(supporter__email_key__in=addresses.keys_of(person))
        else:
            found = found.filter(pk=int(person))
        return found.order_by("-pk")[: self.LIMIT]

    def get_context_data(self, *args, **kwargs):
        asked = self.form.is_bound and self.form.is_valid()
        context = super().get_context_data(*args, **kwargs)
        nothing = _("No gift to your funds was found.") if asked else ""
        return (
            context
            | {"form": self.form, "asked": asked, "limit": self.LIMIT}
            | ({"nothing": nothing})
        )
