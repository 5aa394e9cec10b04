"""One record in the admin: what is public, what was typed, consents, mails, what was done."""

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, HeaderButton

from ...mailing import kinds
from ...mailing.models import Mail
from ...supporters import countries
from ...supporters.models import TOLD
from .. import logs, questions
from ..emails import RecordMail
from ..records import Record, RecordState
from ..siblings import source_page
from .records import RecordsMixin


class InspectRecordView(RecordsMixin, WagtailAdminTemplateMixin, TemplateView):
    """404 for a record that the user may not see, as for one that isn't there."""

    #: What comes along with the record; the rights to see whose it is, and to moderate.
    related: tuple[str, ...] = ("supporter", "page__locale")
    personal: str
    moderate: str
    #: Whether those who make such records choose how they are named in public.
    has_display = True
    #: The state in which what was ticked isn't in force yet.
    not_yet = RecordState.PENDING

    @cached_property
    def record(self) -> Record:
        record = self.scope.select_related(*self.related).filter(pk=self.kwargs["pk"]).first()
        if record is None:
            raise Http404
        return record

    @property
    def shows_person(self) -> bool:
        return self.record.supporter is not None and self.can(self.personal)

    def get_context_data(self, **kwargs):
        record = self.record
        context = super().get_context_data(**kwargs)
        context |= {
            "record": record,
            "facts": [(label, value) for label, value in self.facts() if value],
            "mails": self.mails() if self.can(self.moderate) else None,
            "log": logs.of(record),
            "shows_person": self.shows_person,
        }
        if self.shows_person:
            context |= {
                "typed": self.typed(),
                "consents": record.supporter.consents.select_related("wording"),
                "ticked": record.supporter.wordings_ticked if record.state == self.not_yet else [],
            }
            logs.note([record], self.deed_of_looking, self.request.user)
        return context

    def facts(self) -> list[tuple[str, str]]:
        """(label, value) of what anybody who may see the list may see; "" is left out."""
        raise NotImplementedError

    def typed(self) -> list[tuple[str, str]]:
        """What was typed, with the labels of the fields."""
        supporter = self.record.supporter
        rows = []
        for name in TOLD:
            value = getattr(supporter, name)
            value = countries.name(value) if name == "country" else value
            rows.append((supporter._meta.get_field(name).verbose_name, value))
        if self.has_display:
            rows.append((_("Named in public as"), self.display_of(supporter)))
        return [(label, value) for label, value in rows if value] + self.answers()

    def display_of(self, supporter) -> str:
        """How a supporter chose to be named in public, in words."""
        return supporter.get_display_display()

    def answers(self) -> list[tuple[str, str]]:
        """What the action's own questions were answered with, those of earlier days included."""
        answers = self.record.supporter.answers
        if not answers:
            return []
        key = self.record.action.key
        known = questions.of_actions([key]).get(key, {})
        return [(label, "\n".join(said)) for label, said in questions.answered(answers, known)]

    def mails(self):
        """The mails about this record, newest first."""
        about = [
            kind.name
            for kind in kinds.all_kinds()
            if isinstance(kind, RecordMail) and kind.model is type(self.record)
        ]
        # By the supporter, whose index leads there; it is this record's alone.
        mails = Mail.objects.filter(
            supporter=self.record.supporter_id, kind__in=about, object_id=self.record.pk
        )
        return [(kinds.get(mail.kind).label, mail) for mail in mails.order_by("-pk")]

    @cached_property
    def header_buttons(self):
        if not self.can(self.moderate):
            return []
        return [self.verb_button(*verb, place) for place, verb in enumerate(self.verbs())]

    @cached_property
    def header_more_buttons(self):
        edit = self.page_url()
        return [Button(_("Edit the page"), url=edit, icon_name="doc-empty")] if edit else []

    def verbs(self):
        """(name, label, icon) of what can be done with it now."""
        raise NotImplementedError

    def verb_button(self, name, label, icon, place):
        """The button that leads to a verb."""
        url = f"{reverse(f'{self.namespace}:{name}')}?id={self.record.pk}"
        return HeaderButton(label, url=url, icon_name=icon, priority=place)

    def page_url(self) -> str:
        """Where the action's page is edited, "" where the user can't."""
        page = source_page(self.record.action.key)
        if page and page.permissions_for_user(self.request.user).can_edit():
            return reverse("wagtailadmin_pages:edit", args=[page.pk])
        return ""
