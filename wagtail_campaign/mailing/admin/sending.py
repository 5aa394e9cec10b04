"""Mailing news: who gets it and how it looks, a test, ten minutes to think better of it."""

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
from ..kinds import Letter
from ..models import Broadcast, BroadcastState, MailState


def address(kind: type[Announcement], object_id: int) -> str:
    """Where an editor mails something, and follows how it is mailed."""
    return reverse("campaign_broadcasts:mail", args=[kind.name, object_id])


class MailView(WagtailAdminTemplateMixin, TemplateView):
    """Before: recipients, languages, previews, a test. After: how far it is, and a way to stop.

    404 for what nothing can tell of, or what isn't the user's to mail.
    """

    page_title = gettext_lazy("Mail to signers")
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
    def broadcast(self) -> Broadcast | None:
        known = Broadcast.objects.filter(kind=self.kind.name, object_id=self.news.object_id)
        return known.first()

    def get_page_subtitle(self):
        return self.news.title

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": self.news.edit_url, "label": self.news.title},
            {"url": "", "label": self.page_title},
        ]

    def get_template_names(self):
        name = "broadcast" if self.broadcast else "broadcast_plan"
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
                server.hand_over(trial(letter, code, to), connection)
                for code, letter in self.letters.items()
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
        started = broadcasts.start(
            self.kind.name,
            self.news.object_id,
            self.news.slice,
            self.news.action.key,
            self.request.user,
        )
        if started is None:
            messages.warning(self.request, _("It is mailed already."))
            return
        self.note("campaign.broadcast", count=started.total)
        messages.success(self.request, _("It starts in some minutes. You can still cancel it."))

    def cancel(self) -> None:
        """Takes it back before it starts."""
        if self.broadcast and broadcasts.cancel(self.broadcast):
            self.note("campaign.broadcast_cancel")
            messages.success(self.request, _("It was cancelled: nobody got a mail."))
        else:
            messages.error(self.request, _("It has begun already: you can stop it."))

    def stop(self) -> None:
        """Stops it on the way."""
        if self.broadcast and broadcasts.stop(self.broadcast):
            self.note("campaign.broadcast_stop")
            messages.success(self.request, _("It is stopped. Who has it keeps it."))

    def go_on(self) -> None:
        """Goes on with it."""
        if self.broadcast and broadcasts.go_on(self.broadcast):
            self.note("campaign.broadcast_go_on")
            messages.success(self.request, _("It goes on where it was."))

    def note(self, action: str, **data) -> None:
        """Writes it into the log of the action."""
        said = {"kind": self.kind.name, "what": self.news.logged, **data}
        logs.note([self.news.action], action, self.request.user, label=title_of, **said)

    @cached_property
    def letters(self) -> dict[str, Letter]:
        """The mail by language, as a supporter gets it."""
        return {
            code: addressed(self.kind.letter_for(self.news, code), EXAMPLE)
            for code in self.news.languages
        }

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs) | {"news": self.news}
        return context | (self.progress() if self.broadcast else self.prospect())

    def progress(self) -> dict:
        """How far it is."""
        broadcast = self.broadcast
        return {
            "broadcast": broadcast,
            "state": broadcast.get_state_display(),
            "goes_on": broadcast.state in {BroadcastState.WAITING, BroadcastState.SENDING},
            "here": address(self.kind, self.news.object_id),
        }

    def prospect(self) -> dict:
        """Who would get it, in which language, and how that would look."""
        audience = links.of_slice(self.news.slice).audience(self.news.action.key)
        by_language = audience.order_by().values_list("language").annotate(Count("pk"))
        languages = self.news.languages
        rows = [
            {
                "language": words.language(code),
                "number": number,
                "gets": "" if code in languages or not languages else words.language(languages[0]),
            }
            for code, number in sorted(by_language, key=lambda pair: -pair[1])
        ]
        total = sum(row["number"] for row in rows)
        return {
            "rows": rows,
            "total": ngettext("%(number)s person gets it.", "%(number)s people get it.", total)
            % {"number": words.number(total)},
            "nobody": not total,
            "drafts": [words.language(code) for code in self.news.drafts],
            "previews": [
                {"language": words.language(code), "subject": letter.subject, "text": letter.text}
                for code, letter in self.letters.items()
            ],
            "minutes": conf.BROADCAST_DELAY,
            "address": self.request.user.email,
        }


def trial(letter: Letter, language: str, to: str) -> EmailMultiAlternatives:
    """The mail in a language, to somebody who wants to see it first."""
    said = {"language": words.language(language), "subject": letter.subject}
    subject = _("Test (%(language)s): %(subject)s") % said
    message = EmailMultiAlternatives(subject, letter.text, from_email=conf.MAIL_FROM, to=[to])
    message.attach_alternative(letter.html, "text/html")
    return message
