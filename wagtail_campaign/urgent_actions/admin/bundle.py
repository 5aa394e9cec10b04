"""The letters of solidarity that were accepted, as one bundle to print and hand over.

It has what their writers wrote, signed as they signed it, and nothing else of them.
"""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import View

from ...actions import logs
from ...actions.records import RecordState
from ...actions.titles import title_of
from .. import permissions
from ..copies import paper
from ..copies.paper import Sheet
from ..models import Channel, Delivery
from .letters import LettersMixin

#: So many letters make a bundle, the oldest first; the next ones make another.
MOST = 200


class BundleView(LettersMixin, View):
    """A page to print, on its own; with ``?as=pdf`` the same as a file. Each look is logged."""

    rights = (permissions.PERSONAL,)

    @cached_property
    def action(self):
        actions = permissions.actions_of(self.request.user)
        return get_object_or_404(actions, pk=self.kwargs["pk"])

    @cached_property
    def letters(self) -> list:
        """The next to be handed over, one more than fit into the bundle."""
        accepted = self.action.letters.filter(
            channel=Channel.CAMPAIGN,
            state=RecordState.CONFIRMED,
            delivery=Delivery.QUEUED,
            supporter__letter_text__isnull=False,
        )
        found = accepted.order_by("confirmed_at", "pk").select_related("supporter__letter_text")
        return list(found[: MOST + 1])

    @property
    def sheets(self) -> list[Sheet]:
        """The letters as they are printed."""
        return [
            Sheet(
                language=letter.written_in,
                sender=(),
                recipient=(),
                place_and_date="",
                subject=letter.supporter.letter_text.subject,
                text=letter.supporter.letter_text.text,
            )
            for letter in self.letters[:MOST]
        ]

    def get(self, request, pk):
        ids = [letter.pk for letter in self.letters[:MOST]]
        if ids:
            logs.note([self.action], "campaign.bundle_letters", request.user, title_of, ids=ids)
        if request.GET.get("as") == "pdf" and ids:
            disposition = f'attachment; filename="letters-{self.action.pk}.pdf"'
            return HttpResponse(
                paper.bundle(self.sheets),
                content_type="application/pdf",
                headers={"Content-Disposition": disposition, "Cache-Control": "private, no-store"},
            )
        context = {
            "title": title_of(self.action),
            "sheets": self.sheets,
            "there_are_more": len(self.letters) > MOST,
            "handed_over": self._handed_over(ids) if self.can(permissions.MODERATE) else "",
            "back": f"{reverse('campaign_letters:index')}?urgent_action={self.action.pk}",
        }
        response = render(request, "wagtail_campaign/admin/letters_bundle.html", context)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def _handed_over(self, ids: list[int]) -> str:
        # Of these and no others: more may be accepted while this is being printed.
        query = urlencode({"id": ids}, doseq=True)
        return f"{reverse('campaign_letters:hand_over')}?{query}" if ids else ""
