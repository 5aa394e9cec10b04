"""Mailing an update: who gets it and how it looks, a test, ten minutes to think better of it."""

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
from ...mailing import broadcasts, kinds, server
from ...mailing.models import Broadcast, BroadcastState, MailState
from ...supporters import links
from .. import emails, permissions
from ..pages import UpdateMixin

KIND = emails.UpdateMail.name


class OfUpdateMixin(WagtailAdminTemplateMixin):
    """A page about mailing one update, ``page_id`` in its address: that of any of its languages.

    404 for what is no update, or one on an action that isn't the user's to mail about.
    """

    header_icon = "mail"

    def dispatch(self, request, *args, **kwargs):
        if not permissions.may_send(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def pages(self) -> list:
        """The update in all its languages, the source first."""
        pages = emails.pages_of_update(self.kwargs["page_id"])
        if not pages or not isinstance(pages[0], UpdateMixin):
            raise Http404
        if self.action_of(pages[0]) is None:
            raise Http404
        return pages

    def action_of(self, update):
        """The action of an update, None where it isn't the user's to mail about."""
        page = update.action_page
        action = page.get_action() if page else None
        return action if action and permissions.may_send(self.request.user, action) else None

    @property
    def update(self):
        return self.pages[0]

    @cached_property
    def action(self):
        return self.action_of(self.update)

    @cached_property
    def broadcast(self) -> Broadcast | None:
        return Broadcast.objects.filter(kind=KIND, object_id=self.update.pk).first()

    def get_page_subtitle(self):
        return self.update.title

    def get_breadcrumbs_items(self):
        explorer = reverse("wagtailadmin_pages:edit", args=[self.update.pk])
        return [
            *self.breadcrumbs_items,
            {"url": explorer, "label": self.update.title},
            {"url": "", "label": self.page_title},
        ]

    def note(self, action: str, **data) -> None:
        """Writes it into the log of the action."""
        logs.note([self.action], action, self.request.user, label=title_of, **data)


class MailView(OfUpdateMixin, TemplateView):
    """Before: recipients, languages, previews, a test. After: how far it is, and a way to stop."""

    page_title = gettext_lazy("Mail this update")

    def get_template_names(self):
        name = "broadcast" if self.broadcast else "mail_update"
        return [f"wagtail_campaign/admin/{name}.html"]

    def post(self, request, page_id):
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
        return HttpResponseRedirect(reverse("campaign_updates:mail", args=[self.update.pk]))

    def test(self) -> None:
        """Mails it in each language to the editor, now."""
        address = self.request.user.email
        if not address:
            messages.error(self.request, _("Your account has no e-mail address: add it first."))
            return
        connection = server.connection()
        try:
            said = [
                server.hand_over(message, connection)
                for message in trial_messages(self.live, address)
            ]
        finally:
            server.close(connection)
        if all(state == MailState.SENT for state, _error in said):
            told = _("The test was mailed to %(address)s.") % {"address": address}
            messages.success(self.request, told)
        else:
            error = next(error for state, error in said if state != MailState.SENT)
            told = _("The mail server did not take it: %(error)s") % {"error": error}
            messages.error(self.request, told)

    def send(self) -> None:
        """Plans the broadcast."""
        if not self.live:
            messages.error(self.request, _("Publish the update first."))
            return
        page = self.update.action_page
        started = broadcasts.start(
            KIND, self.update.pk, page.mailed_slice, self.action.key, self.request.user
        )
        if started is None:
            messages.warning(self.request, _("It is mailed already."))
            return
        self.note("campaign.broadcast", update=self.update.title, count=started.total)
        messages.success(self.request, _("It starts in some minutes. You can still cancel it."))

    def cancel(self) -> None:
        """Takes it back before it starts."""
        if self.broadcast and broadcasts.cancel(self.broadcast):
            self.note("campaign.broadcast_cancel", update=self.update.title)
            messages.success(self.request, _("It was cancelled: nobody got a mail."))
        else:
            messages.error(self.request, _("It has begun already: you can stop it."))

    def stop(self) -> None:
        """Stops it on the way."""
        if self.broadcast and broadcasts.stop(self.broadcast):
            self.note("campaign.broadcast_stop", update=self.update.title)
            messages.success(self.request, _("It is stopped. Who has it keeps it."))

    def go_on(self) -> None:
        """Goes on with it."""
        if self.broadcast and broadcasts.go_on(self.broadcast):
            self.note("campaign.broadcast", update=self.update.title, count=self.broadcast.total)
            messages.success(self.request, _("It goes on where it was."))

    @cached_property
    def live(self) -> dict:
        return {page.locale.language_code: page for page in self.pages if page.live}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs) | {"update": self.update}
        return context | (self.progress() if self.broadcast else self.prospect())

    def progress(self) -> dict:
        """How far it is."""
        broadcast = self.broadcast
        return {
            "broadcast": broadcast,
            "state": broadcast.get_state_display(),
            "goes_on": broadcast.state in {BroadcastState.WAITING, BroadcastState.SENDING},
        }

    def prospect(self) -> dict:
        """Who would get it, in which language, and how that would look."""
        audience = links.of_slice(self.update.action_page.mailed_slice).audience(self.action.key)
        by_language = audience.order_by().values_list("language").annotate(Count("pk"))
        fallback = next(iter(self.live), None)
        rows = [
            {
                "language": words.language(code),
                "number": number,
                "gets": "" if code in self.live or not fallback else words.language(fallback),
            }
            for code, number in sorted(by_language, key=lambda pair: -pair[1])
        ]
        total = sum(row["number"] for row in rows)
        return {
            "rows": rows,
            "total": ngettext("%(number)s person gets it.", "%(number)s people get it.", total)
            % {"number": words.number(total)},
            "nobody": not total,
            "drafts": [words.language(p.locale.language_code) for p in self.pages if not p.live],
            "previews": [
                {"language": words.language(code), "subject": subject, "text": text}
                for code, (subject, text, _html) in rendered(self.live).items()
            ],
            "minutes": conf.BROADCAST_DELAY,
            "address": self.request.user.email,
        }


def rendered(pages: dict) -> dict[str, tuple[str, str, str]]:
    """(subject, text, HTML) of the mail by language, as a supporter gets it."""
    kind = kinds.get(KIND)
    return {code: kind.render(kind.context_of(page, code), code) for code, page in pages.items()}


def trial_messages(pages: dict, address: str) -> list[EmailMultiAlternatives]:
    """The mail in each language, to somebody who wants to see it first."""
    made = []
    for code, (subject, text, html) in rendered(pages).items():
        subject = _("Test (%(language)s): %(subject)s") % {
            "language": words.language(code),
            "subject": subject,
        }
        message = EmailMultiAlternatives(subject, text, from_email=conf.MAIL_FROM, to=[address])
        message.attach_alternative(html, "text/html")
        made.append(message)
    return made
