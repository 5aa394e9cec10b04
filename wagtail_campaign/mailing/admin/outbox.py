"""The outbox in the admin: what was not sent, and sending it again."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.viewsets.base import ViewSet

from ...actions import logs, words
from ...actions.asking import AskView, ids_asked_about
from ...actions.keyset import KeysetMixin
from .. import kinds, outbox
from ..models import Mail, MailState


def seen_by(user):
    """The mails that an editor may see: what each kind allows."""
    mails = Mail.objects.none()
    for kind in kinds.all_kinds():
        mails |= kind.seen_by(user, Mail.objects.filter(kind=kind.name))
    return mails


def may_see_some(user) -> bool:
    """Whether the outbox is an editor's business; asks for no mail."""
    return any(
        not kind.seen_by(user, Mail.objects.filter(kind=kind.name)).query.is_empty()
        for kind in kinds.all_kinds()
    )


def stuck_for(user):
    """The mails that stay until this editor decides, but those to people who were forgotten."""
    somebody = Q(supporter__isnull=False) | Q(user__isnull=False)
    return seen_by(user).filter(somebody, state__in=outbox.STUCK)


def label_of(mail: Mail) -> str:
    """What a mail is called."""
    return str(kinds.get(mail.kind).label) or mail.kind


class OutboxMixin:
    """404 tells nobody of mails that are not theirs."""

    def dispatch(self, request, *args, **kwargs):
        if not may_see_some(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class OutboxView(OutboxMixin, KeysetMixin, BaseListingView):
    """Mails that were refused, and those of which nobody knows whether they arrived."""

    model = Mail
    template_name = "wagtail_campaign/admin/outbox.html"
    index_url_name = "campaign_outbox:index"
    index_results_url_name = "campaign_outbox:index_results"
    page_title = gettext_lazy("Mails not sent")
    header_icon = "circle-xmark"
    verbose_name_plural = gettext_lazy("mails")
    results_template_name = "wagtail_campaign/admin/outbox_results.html"
    paginate_by = 50
    no_results_message = gettext_lazy("Every mail was sent, or waits for its time.")

    def get_base_queryset(self):
        return stuck_for(self.request.user)

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "kind",
                label=_("Mail"),
                classname="campaign-wide",
                accessor=label_of,
                get_url=lambda mail: f"{reverse('campaign_outbox:send_again')}?id={mail.pk}",
            ),
            StatusTagColumn("state", label=_("State"), accessor="get_state_display"),
            Column("error", label=_("What the mail server said"), classname="campaign-wide"),
            Column(
                "claimed_at",
                label=_("Tried"),
                classname="campaign-moment",
                accessor=lambda mail: words.moment(mail.claimed_at),
            ),
            Column("attempts", label=_("Attempts")),
        ]


class SendAgainView(OutboxMixin, AskView):
    """Asks whether to send a stuck mail again; one that may have arrived only with a warning."""

    page_title = gettext_lazy("Send again")
    header_icon = "mail"
    button = gettext_lazy("Yes, send again")

    @cached_property
    def mails(self) -> list[Mail]:
        stuck = stuck_for(self.request.user).filter(pk__in=ids_asked_about(self.request))
        mails = list(stuck.order_by("pk"))
        if not mails:
            raise Http404
        return mails

    def explain(self):
        unknown = [mail for mail in self.mails if mail.state == MailState.UNKNOWN]
        sentences = list({str(kinds.get(mail.kind).twice): None for mail in unknown})
        sentences.append(
            _("It goes back into the outbox and is sent with the next pass of campaign_work.")
        )
        if any(kinds.get(mail.kind).unrequested for mail in self.mails):
            sentences.append(_("An address that got its mails for today gets it later."))
        return sentences

    def get_breadcrumbs_items(self):
        mails = {"url": reverse("campaign_outbox:index"), "label": _("Mails not sent")}
        return [*self.breadcrumbs_items, mails, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        subject = ", ".join(sorted({label_of(mail) for mail in self.mails}))
        return super().get_context_data(**kwargs) | {"subject": subject, "about": self.about()}

    def about(self) -> str | None:
        """Where the record is that a single mail is about, for those who may see it."""
        if len(self.mails) > 1:
            return None
        record = kinds.get(self.mails[0].kind).record_of(self.mails[0])
        return AdminURLFinder(self.request.user).get_edit_url(record) if record else None

    def act(self, form):
        mine = stuck_for(self.request.user).filter(pk__in=[mail.pk for mail in self.mails])
        sent = outbox.send_again(Mail.objects.filter(pk__in=mine.values_list("pk", flat=True)))
        for mail in sent:
            record = kinds.get(mail.kind).record_of(mail)
            logs.note([record], "campaign.send_again", self.request.user, mail=mail.pk)
        return ngettext(
            "%(number)s mail is in the outbox again.",
            "%(number)s mails are in the outbox again.",
            len(sent),
        ) % {"number": len(sent)}

    def way_back(self):
        return reverse("campaign_outbox:index")


class OutboxMenuItem(MenuItem):
    """Shown to those who may see some mails."""

    def is_shown(self, request):
        return may_see_some(request.user)


class OutboxViewSet(ViewSet):
    """The outbox, as far as it needs a decision."""

    name = url_namespace = "campaign_outbox"
    url_prefix = "campaign/outbox"
    icon = "circle-xmark"
    menu_label = gettext_lazy("Mails not sent")
    menu_name = "campaign-outbox"
    menu_item_class = OutboxMenuItem

    def get_urlpatterns(self):
        return [
            path("", OutboxView.as_view(), name="index"),
            path("results/", OutboxView.as_view(results_only=True), name="index_results"),
            path("send-again/", SendAgainView.as_view(), name="send_again"),
        ]
