"""Persons of concern in the admin: the list, and what is known of each.

The list has no search: a name that is searched for would stand in the address, and so in logs.
"""

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.admin.ui.tables import Column, StatusTagColumn

from ...actions import words
from ..persons import CASES, Person, Status
from .records import RecordListView, RecordViewSet, languages_of


class PersonListView(RecordListView):
    """Each person with status, consent, languages and how many urgent actions are about them."""

    default_ordering = "-pk"
    list_filter = ["status"]

    def get_base_queryset(self):
        return super().get_base_queryset().annotate(actions=Count("urgent_actions"))

    @property
    def columns(self):
        return [
            self._get_title_column("name", accessor="name"),
            StatusTagColumn(
                "status",
                label=_("Status"),
                accessor="get_status_display",
                primary=lambda person: person.status in ACUTE,
            ),
            Column("consent", label=_("Agreed to publication"), accessor=consent_of),
            Column("languages", label=_("Names in"), accessor=languages_of),
            Column("actions", label=_("Urgent actions")),
        ]


#: The statuses in which something has to be done.
ACUTE = {Status.DANGER, Status.DETAINED, Status.ON_TRIAL, Status.SENTENCED, Status.MISSING}


def consent_of(person: Person) -> str:
    """Whether they agreed, and whether to ask again."""
    if not person.has_agreed:
        return _("No: can’t be published")
    if person.is_to_be_asked_again:
        return _("Yes; ask again")
    return _("Yes, on %(day)s") % {"day": words.day(person.consent_on)}


class PersonViewSet(RecordViewSet):
    """Persons of concern, for those with the rights."""

    model = Person
    name = url_namespace = "campaign_persons"
    url_prefix = "campaign/persons"
    icon = "user"
    menu_label = gettext_lazy("Persons of concern")
    menu_name = "campaign-persons"
    index_view_class = PersonListView
    panels = [
        FieldPanel("status"),
        MultiFieldPanel(
            [
                FieldPanel("consent_by"),
                FieldRowPanel([FieldPanel("consent_on"), FieldPanel("look_again_on")]),
            ],
            heading=gettext_lazy("Consent to publication"),
            icon="tick",
        ),
        FieldPanel("never_mention"),
        InlinePanel(
            "words",
            [
                FieldRowPanel([FieldPanel("language"), FieldPanel("name")]),
                HelpPanel(
                    gettext_lazy(
                        "How the name reads in letters. Only the cases that your letters use are"
                        " needed; English needs none."
                    )
                ),
                *(
                    FieldRowPanel([FieldPanel(case) for case in pair])
                    for pair in zip(*[iter(CASES)] * 2, strict=True)
                ),
                FieldPanel("story"),
            ],
            heading=gettext_lazy("Name and story, in each language"),
            label=gettext_lazy("Language"),
            min_num=1,
        ),
    ]
