"""Mailing news: who gets it and how it looks, a test, ten minutes to think better of it."""

from collections import Counter

from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMultiAlternatives
from django.db.models import Count
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...actions import logs, words
from ...actions.titles import title_of
from ...conf import conf
from ...supporters import links
from .. import broadcasts, kinds, permissions, server
from ..announcements import EXAMPLE, Announcement, News, addressed
from ..kinds import Written
from ..models import Broadcast, BroadcastState, MailState

#: Where a broadcast stands, what still has to happen first.
ORDER = [
    BroadcastState.STOPPED,
    BroadcastState.SENDING,
    BroadcastState.WAITING,
    BroadcastState.DONE,
]


def address(kind: type[Announcement], object_id: int) -> str:
    """Where an editor mails something, and follows how it is mailed."""
    return reverse("campaign_broadcasts:mail", args=[kind.name, object_id])


class MailView(WagtailAdminTemplateMixin, TemplateView):
    """Before: recipients, languages, previews, a test. After: how far it is, and a way to stop.

    404 for what nothing can tell of, or what isn't the user's to mail.
    """

    page_title = gettext_lazy("Mail to supporters")
    header_icon = "mail"

    def dispatch(self, request, *args, **kwargs):
        if not permissions.may_send(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def kind(self) -> Announcement:
        kind = {kind.name: kind for kind in kinds.all_kinds()}.get(self.kwargs["kind"])
        if not isinstance(kind, Announcement):
            raise Http404
        return kind

    @cached_property
    def news(self) -> News:
        news = self.kind.find(self.kwargs["object_id"])
        if news is None or not news.action:
            raise Http404
        if not permissions.may_send(self.request.user, news.action):
            raise Http404
        return news

    @cached_property
    def broadcasts(self) -> list[Broadcast]:
        """One for each audience; none before it is planned."""
        known = Broadcast.objects.filter(kind=self.kind.name, object_id=self.news.object_id)
        return list(known.order_by("pk"))

    def get_page_subtitle(self):
        return self.news.title

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": self.news.edit_url, "label": self.news.title},
            {"url": "", "label": self.page_title},
        ]

    def get_template_names(self):
        name = "broadcast" if self.broadcasts else "broadcast_plan"
        return [f"wagtail_campaign/admin/{name}.html"]

    def post(self, request, **kwargs):
        verbs = {
            "test": self.test,
            "send": self.send,
            "cancel": self.cancel,
            "stop": self.stop,
            "go_on": self.go_on,
        }
        verb = verbs.get(request.POST.get("do"))
        if verb is None:
            raise Http404
        verb()
        return HttpResponseRedirect(address(self.kind, self.news.object_id))

    def test(self) -> None:
        """Mails it in each language to the editor, now."""
        to = self.request.user.email
        if not to:
            messages.error(self.request, _("Your account has no e-mail address: add it first."))
            return
        connection = server.connection()
        try:
            said = [
                server.hand_over(trial(written, code, to), connection)
                for code, written in self.edition.items()
            ]
        finally:
            server.close(connection)
        if all(state == MailState.SENT for state, _error in said):
            told = _("The test was mailed to %(address)s.") % {"address": to}
            messages.success(self.request, told)
        else:
            error = next(error for state, error in said if state != MailState.SENT)
            told = _("The mail server did not take it: %(error)s") % {"error": error}
            messages.error(self.request, told)

    def send(self) -> None:
        """Plans the broadcast."""
        if not self.news.languages:
            messages.error(self.request, self.news.hindrance)
            return
        started = broadcasts.start(self.news, self.kind.name, self.request.user)
        if not started:
            messages.warning(self.request, _("It is mailed already."))
            return
        self.note("campaign.broadcast", count=sum(broadcast.total for broadcast in started))
        messages.success(
            self.request,
            _("It goes out at the next pass of campaign_work.")
            if self.news.urgent
            else _("It starts in some minutes. You can still cancel it."),
        )

    def each(self, verb) -> bool:
        """Does something with each of its broadcasts; whether that changed any."""
        # Each of them, not only until one has changed.
        changed = [verb(broadcast) for broadcast in self.broadcasts]
        return any(changed)

    def cancel(self) -> None:
        """Takes it back before it starts."""
        if self.each(broadcasts.cancel):
            self.note("campaign.broadcast_cancel")
            messages.success(self.request, _("It was cancelled: nobody got a mail."))
        else:
            messages.error(self.request, _("It has begun already: you can stop it."))

    def stop(self) -> None:
        """Stops it on the way."""
        if self.each(broadcasts.stop):
            self.note("campaign.broadcast_stop")
            messages.success(self.request, _("It is stopped. Who has it keeps it."))

    def go_on(self) -> None:
        """Goes on with it."""
        if self.each(broadcasts.go_on):
            self.note("campaign.broadcast_go_on")
            messages.success(self.request, _("It goes on where it was."))

    def note(self, action: str, **data) -> None:
        """Writes it into the log of the action."""
        said = {"kind": self.kind.name, "what": self.news.logged, **data}
        logs.note([self.news.action], action, self.request.user, label=title_of, **said)

    @cached_property
    def edition(self) -> dict[str, Written]:
        """The mail by language, as a supporter gets it."""
        return {
            code: addressed(self.kind.written_for(self.news, code, self.news.slices[0]), EXAMPLE)
            for code in self.news.languages
        }

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs) | {"news": self.news}
        return context | (self.progress() if self.broadcasts else self.prospect())

    def progress(self) -> dict:
        """How far it is."""
        states = [broadcast.state for broadcast in self.broadcasts]
        # Of several audiences the one that is furthest back says how it stands.
        state = min(states, key=ORDER.index)
        last = self.broadcasts[-1]
        return {
            "broadcast": {
                "state": state,
                "starts_at": last.starts_at,
                "finished_at": last.finished_at if state == BroadcastState.DONE else None,
                "total": sum(broadcast.total for broadcast in self.broadcasts),
                "sent": sum(broadcast.sent for broadcast in self.broadcasts),
                "failed": sum(broadcast.failed for broadcast in self.broadcasts),
            },
            "state": BroadcastState(state).label,
            "goes_on": state in {BroadcastState.WAITING, BroadcastState.SENDING},
            "here": address(self.kind, self.news.object_id),
        }

    def prospect(self) -> dict:
        """Who would get it, in which language, and how that would look."""
        by_language = Counter()
        for name in self.news.slices:
            audience = links.of_slice(name).audience(self.news.action.key, self.news.urgent)
            counted = audience.order_by().values_list("language").annotate(Count("pk"))
            by_language.update(dict(counted))
        languages = self.news.languages
        rows = [
            {
                "language": words.language(code),
                "number": number,
                "gets": "" if code in languages or not languages else words.language(languages[0]),
            }
            for code, number in by_language.most_common()
        ]
        total = sum(row["number"] for row in rows)
        return {
            "rows": rows,
            "total": ngettext("%(number)s person gets it.", "%(number)s people get it.", total)
            % {"number": words.number(total)},
            "nobody": not total,
            "drafts": [words.language(code) for code in self.news.drafts],
            "previews": [
                {"language": words.language(code), "subject": written.subject, "text": written.text}
                for code, written in self.edition.items()
            ],
            "minutes": 0 if self.news.urgent else conf.BROADCAST_DELAY,
            "urgent": self.news.urgent,
            "address": self.request.user.email,
        }


def trial(written: Written, language: str, to: str) -> EmailMultiAlternatives:
    """The mail in a language, to somebody who wants to see it first."""
    said = {"language": words.language(language), "subject": written.subject}
    subject = _("Test (%(language)s): %(subject)s") % said
    message = EmailMultiAlternatives(subject, written.text, from_email=conf.MAIL_FROM, to=[to])
    message.attach_alternative(written.html, "text/html")
    return message
