"""The mail that tells what became of a petition.

Nobody writes it: its words come from the catalogue, in the language of each reader, with the date
and the addressee beside them, so that no name needs a case.
"""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from ..actions.live import FINISHED
from ..actions.models import State
from ..actions.siblings import pages_of
from ..actions.sites import page_address
from ..actions.titles import title_of, titles
from ..mailing.announcements import Announcement, News, ways_out
from ..mailing.kinds import register
from .links import SignatureLink
from .outcomes import MAIL, Outcome, whom_to_name


class OutcomeNews(News):
    """An outcome, in the languages in which the public sees the petition's page."""

    slices = (SignatureLink.slice,)
    hindrance = gettext_lazy(
        "It can’t be mailed now: no page says so. Publish the page of the petition, and leave its"
        " state as the outcome set it."
    )

    def __init__(self, outcome: Outcome):
        self.outcome = outcome
        self.action = outcome.petition
        self.object_id = outcome.pk
        self.logged = outcome.kind

    @property
    def title(self):
        return titled(self.outcome)

    @property
    def edit_url(self):
        return reverse("campaign_petitions:outcomes", args=[self.action.pk])

    @cached_property
    def pages(self) -> dict:
        """The pages of the petition by language, as their own types, the source first."""
        pages = pages_of(self.action.key).filter(alias_of=None)
        pages = pages.select_related("locale").order_by("pk").specific()
        return {page.locale.language_code: page for page in pages}

    @property
    def languages(self):
        if self.action.state not in FINISHED:
            return []
        return [code for code, page in self.pages.items() if page.live]

    @property
    def drafts(self):
        return [code for code, page in self.pages.items() if not page.live]

    def context(self, language):
        page = self.pages[language if language in self.languages else self.languages[0]]
        kind = self.outcome.kind
        return {
            "kind": kind,
            "happened_on": self.outcome.happened_on,
            "whom": whom_to_name(kind, self.outcome.whom, page.addressed_to),
            "title": page.title,
            "action_title": page.title,
            "page_url": page_address(page),
            **ways_out(page, language),
        }


@register
class OutcomeMail(Announcement):
    """An outcome. Its subject doesn't name the petition: others may read it on a locked phone."""

    name = MAIL
    label = gettext_lazy("Outcome")

    def find(self, object_id):
        outcome = Outcome.objects.filter(pk=object_id).select_related("petition").first()
        return OutcomeNews(outcome) if outcome else None

    def titles(self, object_ids):
        outcomes = list(Outcome.objects.filter(pk__in=object_ids).select_related("petition"))
        known = titles([outcome.petition.key for outcome in outcomes])
        return {outcome.pk: titled(outcome, known) for outcome in outcomes}

    def said(self, logged):
        return str(dict(State.choices).get(logged, logged))


def titled(outcome: Outcome, known: dict | None = None) -> str:
    """What editors call it: "Won: Free the strikers"."""
    return f"{outcome.get_kind_display()}: {title_of(outcome.petition, known)}"
