"""Choosing some of many targets or persons: searched on the server, chosen one by one.

What is typed is sent in the body of a POST: a name that is searched for must not stand in logs.
"""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import JsonResponse
from django.urls import reverse_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View

from ...supporters import countries
from .. import permissions
from ..directory.targets import Target
from ..persons import Person
from ..publishing import called

#: So many are found at once; who sees more types another word.
MOST = 20
WORDS = 5


def person_label(person: Person) -> str:
    """A person as editors choose them."""
    if person.has_agreed:
        return f"{called(person)} ({person.get_status_display()})"
    return _("%(name)s (has not agreed to publication)") % {"name": called(person)}


def target_label(target: Target) -> str:
    """A target as editors choose it."""
    where = countries.name(target.country)
    if target.is_active:
        return f"{target} ({where})"
    return _("%(name)s (%(country)s; not in use)") % {"name": target, "country": where}


class ManyChooser(forms.Widget):
    """Shows what is chosen, each with a way to remove it, and a field to search for more.

    For a ``ModelMultipleChoiceField``; ``label`` says what a record is called, ``url`` finds some.
    """

    template_name = "wagtail_campaign/admin/many_chooser.html"
    # Set by the field.
    choices = ()

    class Media:
        css = {"all": ["wagtail_campaign/admin.css"]}
        js = ["wagtail_campaign/admin.js"]

    def __init__(self, label, url, attrs=None):
        super().__init__(attrs)
        self.label, self.url = label, url

    def value_from_datadict(self, data, files, name):
        return data.getlist(name)

    def value_omitted_from_data(self, data, files, name):
        # Nothing chosen is sent as nothing.
        return False

    def get_context(self, name, value, attrs):
        context = super().get_context(name, None, attrs)
        ids = [pk for pk in value or [] if str(pk).isdecimal() and len(str(pk)) < 19]
        records = self.choices.queryset.filter(pk__in=ids).prefetch_related("words")
        chosen = sorted(((r.pk, self.label(r)) for r in records), key=lambda pair: pair[1])
        context["widget"] |= {"chosen": chosen, "url": self.url}
        return context


person_chooser = ManyChooser(person_label, reverse_lazy("campaign_urgent_actions:find_persons"))
target_chooser = ManyChooser(target_label, reverse_lazy("campaign_urgent_actions:find_targets"))


class FindManyView(View):
    """Records by some letters of what they are called, as JSON: {"found": [[id, label]], "more"}.

    For those who may change urgent actions.
    """

    def dispatch(self, request, *args, **kwargs):
        if not permissions.can(request.user, permissions.SETTINGS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def records(self):
        """All that can be chosen."""
        raise NotImplementedError

    def having(self, word: str) -> Q:
        """Those that have a word in what they are called."""
        raise NotImplementedError

    def label(self, record) -> str:
        """What a record is called."""
        raise NotImplementedError

    def post(self, request):
        records = self.records()
        for word in request.POST.get("q", "")[:100].split()[:WORDS]:
            records = records.filter(self.having(word))
        records = list(records.distinct().order_by("-pk").prefetch_related("words")[: MOST + 1])
        found = [[str(record.pk), self.label(record)] for record in records[:MOST]]
        return JsonResponse({"found": found, "more": len(records) > MOST})


class FindPersonsView(FindManyView):
    """Persons of concern, by name in any language."""

    label = staticmethod(person_label)

    def records(self):
        return Person.objects.all()

    def having(self, word):
        return _in("words__name", word)


class FindTargetsView(FindManyView):
    """Targets, by office, name or state, in any language."""

    label = staticmethod(target_label)

    def records(self):
        return Target.objects.all()

    def having(self, word):
        named = countries.choices(get_language() or "en")
        codes = [code for code, name in named if word.casefold() in name.casefold()]
        return (
            _in("words__office", word)
            | _in("words__name", word)
            | Q(country__in=[*codes, word.upper()])
        )


def _in(field: str, word: str) -> Q:
    # SQLite knows no case beyond ASCII.
    spellings = {word, word.lower(), word.capitalize(), word.upper()}
    found = Q()
    for spelling in spellings:
        found |= Q(**{f"{field}__icontains": spelling})
    return found
