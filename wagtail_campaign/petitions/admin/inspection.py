"""One signature in the admin: what is public, what was typed, consents, mails, what was done."""

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, HeaderButton

from ...actions import logs, questions, words
from ...actions.siblings import source_page
from ...actions.titles import title_of
from ...mailing import kinds
from ...mailing.models import Mail
from ...supporters import countries
from .. import moderation, permissions
from ..emails import SignatureMail
from ..models import Signature, SignatureState
from .listing import SignaturesMixin, signed_on

TYPED = ("first_name", "last_name", "email", "country", "postcode", "organisation", "comment")


class InspectView(SignaturesMixin, WagtailAdminTemplateMixin, TemplateView):
    """404 for a signature that the user may not see, as for one that isn't there."""

    template_name = "wagtail_campaign/admin/signature.html"
    header_icon = "edit"

    @cached_property
    def signature(self) -> Signature:
        signatures = permissions.signatures_of(self.request.user)
        found = signatures.select_related("petition", "supporter", "page__locale", "sweep")
        signature = found.filter(pk=self.kwargs["pk"]).first()
        if signature is None:
            raise Http404
        return signature

    @property
    def shows_person(self) -> bool:
        return self.signature.supporter is not None and self.can(permissions.PERSONAL)

    def get_page_title(self):
        return _("Signature no. %(number)s") % {"number": self.signature.pk}

    def get_breadcrumbs_items(self):
        signatures = {"url": reverse("campaign_signatures:index"), "label": _("Signatures")}
        return [
            *self.breadcrumbs_items,
            signatures,
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs):
        signature = self.signature
        context = super().get_context_data(**kwargs)
        context |= {
            "signature": signature,
            "facts": self.facts(),
            "mails": self.mails() if self.can(permissions.MODERATE) else None,
            "log": logs.of(signature),
            "shows_person": self.shows_person,
        }
        if self.shows_person:
            context |= {
                "typed": self.typed(),
                "consents": signature.supporter.consents.select_related("wording"),
                "ticked": signature.supporter.wordings_ticked
                if signature.state == SignatureState.PENDING
                else [],
            }
            logs.note([signature], "campaign.view_personal_data", self.request.user)
        return context

    def facts(self) -> list[tuple[str, str]]:
        """What anybody who may see the list may see."""
        signature = self.signature
        facts = [
            (_("Petition"), title_of(signature.petition)),
            (_("State"), signature.get_state_display()),
            (_("Signed"), signed_on(signature)),
            (_("Confirmed"), self.confirmed_on()),
            (_("Language"), words.language(signature.language)),
            (_("Country"), countries.name(signature.country)),
            (_("On the page"), signature.page.title if signature.page else ""),
        ]
        if signature.sweep:
            facts.append((_("Invalidated in bulk"), signature.sweep.reason))
        if signature.state == SignatureState.CONFIRMED:
            facts.append((_("Shown in public as"), signature.said_in_public))
        return [(label, value) for label, value in facts if value]

    def confirmed_on(self) -> str:
        signature = self.signature
        if signature.confirmed_at and signature.supporter_id is None:
            return words.month(signature.confirmed_at)
        return words.moment(signature.confirmed_at)

    def typed(self) -> list[tuple[str, str]]:
        """What was typed, with the labels of the fields."""
        supporter = self.signature.supporter
        rows = []
        for name in TYPED:
            value = getattr(supporter, name)
            value = countries.name(value) if name == "country" else value
            rows.append((supporter._meta.get_field(name).verbose_name, value))
        rows.append((_("Named in public as"), supporter.get_display_display()))
        return [(label, value) for label, value in rows if value] + self.answers()

    def answers(self) -> list[tuple[str, str]]:
        """What the petition's own questions were answered with, those of earlier days included."""
        answers = self.signature.supporter.answers
        if not answers:
            return []
        key = self.signature.petition.key
        known = questions.of_actions([key]).get(key, {})
        return [(label, "\n".join(said)) for label, said in questions.answered(answers, known)]

    def mails(self):
        """The mails about this signature, newest first."""
        about = [kind.name for kind in kinds.all_kinds() if isinstance(kind, SignatureMail)]
        # By the supporter, whose index leads there; it is this signature's alone.
        mails = Mail.objects.filter(
            supporter=self.signature.supporter_id, kind__in=about, object_id=self.signature.pk
        )
        return [(kinds.get(mail.kind).label, mail) for mail in mails.order_by("-pk")]

    @cached_property
    def header_buttons(self):
        if not self.can(permissions.MODERATE):
            return []
        return [self.verb_button(*verb, place) for place, verb in enumerate(self.verbs())]

    @cached_property
    def header_more_buttons(self):
        edit = self.page_url()
        return [Button(_("Edit the page"), url=edit, icon_name="doc-empty")] if edit else []

    def verbs(self):
        """(name, label, icon) of what can be done with it now."""
        signature = self.signature
        if signature.state == SignatureState.CONFIRMED:
            yield "invalidate", _("Invalidate"), "cross"
        if signature.state == SignatureState.INVALID:
            yield "restore", _("Restore"), "rotate"
        if moderation.can_resend(signature):
            yield "resend", _("Mail the link again"), "mail"
        if not signature.is_erased:
            yield "erase", _("Erase"), "bin"

    def verb_button(self, name, label, icon, place):
        url = f"{reverse(f'campaign_signatures:{name}')}?id={self.signature.pk}"
        return HeaderButton(label, url=url, icon_name=icon, priority=place)

    def page_url(self) -> str:
        page = source_page(self.signature.petition.key)
        if page and page.permissions_for_user(self.request.user).can_edit():
            return reverse("wagtailadmin_pages:edit", args=[page.pk])
        return ""
