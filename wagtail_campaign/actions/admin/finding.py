"""Looking for the records of one person: signatures, letters.

An address is found by its key, which is indexed. Names have no index, as that would be one more
copy of them, and slow signing down: they are read, the newest records first, for a second or two,
and further back if the editor wants.
"""

import time

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from ...supporters import addresses
from .. import words

#: How long names are looked for at a time.
SECONDS = 2
#: How many records are read between two looks at the clock: so few that PostgreSQL gets their
#: supporters by their keys. Of 10,000 it reads all supporters that there are.
STEP = 2000


class FindForm(forms.Form):
    """An e-mail address or a part of a name; ``before`` is the record to go on from."""

    person = forms.CharField(
        label=gettext_lazy("E-mail address, or part of a name"),
        max_length=addresses.MAX_LENGTH,
        help_text=gettext_lazy(
            "Give an address as a whole. What you look for is written to no log; whose data you saw"
            " is."
        ),
    )
    before = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)


class FindMixin:
    """For the list of a kind of records: finds those of one person. By POST, so that no log of the
    web server has it. Slices set ``rights`` to that of seeing people, ``index_url_name`` to this
    page, and say in ``older`` that there is more to look at, from before a ``day``."""

    older = ""
    template_name = "wagtail_campaign/admin/find.html"
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
    #: Of the oldest record that was read, where there are older ones.
    rest = None

    def get_breadcrumbs_items(self):
        records = {"url": reverse(f"{self.namespace}:index"), "label": self.list_title}
        here = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, records, here]

    def post(self, request, *args, **kwargs):
        return self.get(request, *args, **kwargs)

    @cached_property
    def form(self):
        return FindForm(self.request.POST if self.request.method == "POST" else None)

    def get_queryset(self):
        if not self.form.is_valid():
            return self.model.objects.none()
        found, person = self.get_base_queryset(), self.form.cleaned_data["person"]
        if "@" in person:
            found = found.filter(supporter__email_key__in=addresses.keys_of(person))
        else:
            named = self.scope.filter(name_has(person))
            before = self.form.cleaned_data["before"]
            ids, self.rest = look_through(named, self.LIMIT, before)
            found = found.filter(pk__in=ids)
        return found.order_by("-pk")[: self.LIMIT]

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        asked = self.form.is_bound and self.form.is_valid()
        return context | {
            "form": self.form,
            "asked": asked,
            "limit": self.LIMIT,
            "further_back": asked and self.form.cleaned_data["before"],
            "rest": self.rest and self.further(self.rest),
            "list_template": super().template_name,
        }

    def further(self, before: int) -> dict:
        """From where to go on, and what is said of it."""
        made = self.model.objects.filter(pk=before).values_list("created_at", flat=True)
        day = words.local_day(made.first())
        return {"before": before, "day": day, "said": self.older % {"day": day}}


def name_has(person: str) -> Q:
    """The records of a name that contains all the words."""
    named = Q()
    for word in person.split():
        named &= Q(supporter__first_name__icontains=word) | Q(supporter__last_name__icontains=word)
    return named


def look_through(records, limit: int, before: int | None) -> tuple[list[int], int | None]:
    """The ids of those of a queryset that are found in some seconds, the newest first.

    Looks through all of the site, the newest first, step by step: by the primary key, so that a
    step takes as long whatever is looked for. The second is the id before which to go on; None
    where there is nothing left, or where as many as wished were found.
    """
    every = records.model.objects
    found, until = [], time.monotonic() + SECONDS
    while True:
        older = every.filter(pk__lt=before) if before else every.all()
        first = older.order_by("-pk").values_list("pk", flat=True)[STEP - 1 : STEP].first()
        step = records.filter(pk__gte=first or 0)
        if before:
            step = step.filter(pk__lt=before)
        step = step.order_by("-pk").values_list("pk", flat=True)
        found += step[: limit - len(found)]
        before = first
        if before is None or len(found) == limit:
            return found, None
        if time.monotonic() > until:
            return found, before
