"""Pages of a list in the admin, counted in words that are right in every language."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator

from . import words


class CountedPaginator(WagtailPaginator):
    """Wagtail's, whose "5 petitions" has one plural for every number: wrong in Russian from five
    on, and in Kazakh always."""

    @cached_property
    def items_count_label(self):
        return _("In all: %(number)s") % {"number": words.number(self.count)}
