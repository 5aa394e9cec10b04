"""What the pages of persons, targets and embassies in the admin have in common.

They are no snippets: those come with ways to delete many at once, which would not ask where each is
used, and can be chosen anywhere. None of them is in a search index.
"""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views.generic import CreateView, DeleteView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from ...actions import words
from ...actions.paging import CountedPaginator
from . import uses


class RecordListView(IndexView):
    """A list with the names of languages and of contacts, without a query for each row."""

    template_name = "wagtail_campaign/admin/listing.html"
    paginate_by = 50
    paginator_class = CountedPaginator
    list_export = []
    related = ("words",)

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related(*self.related)


class RecordCreateView(CreateView):
    """Says that it was saved, without naming whom."""

    success_message = gettext_lazy("Saved. It can be used now.")


class RecordEditView(EditView):
    """The same; the heading names the record, to who may see it, and no log does."""

    success_message = gettext_lazy("Saved. It acts at once, in every language.")

    def get_page_subtitle(self):
        return called(self.object)


class RecordDeleteView(DeleteView):
    """Asks, and says where it is used; what is used by an urgent action isn't deleted."""

    template_name = "wagtail_campaign/admin/delete_record.html"
    success_message = gettext_lazy("Deleted.")

    def get_page_subtitle(self):
        return called(self.object)

    def get_usage_url(self):
        # Wagtail's index of references knows none of these: see ``uses``.
        return None

    def form_valid(self, form):
        if uses.against(self.object):
            raise PermissionDenied
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "against": uses.against(self.object),
            "lost": uses.lost_with(self.object),
            "called": called(self.object),
        }


class RecordViewSet(ModelViewSet):
    """List, add, change, delete and history; with Wagtail's rights, in its group editor."""

    index_view_class = RecordListView
    add_view_class = RecordCreateView
    edit_view_class = RecordEditView
    delete_view_class = RecordDeleteView
    copy_view_enabled = False
    inspect_view_enabled = False
    add_to_reference_index = False
    search_backend_name = None


def called(record) -> str:
    """What a record is called on a page: a person by name, which ``str`` never is."""
    return getattr(record, "name", "") or str(record)


def languages_of(record) -> str:
    """The languages in which it has words."""
    return ", ".join(words.language(known.language) for known in record.words.all())


def yes_or_no(value: bool) -> str:
    """A tick in words."""
    return _("yes") if value else _("no")
