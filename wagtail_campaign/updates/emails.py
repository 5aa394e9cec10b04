"""The mail that tells of an update."""

import swapper
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from ..actions.siblings import pages_of
from ..actions.sites import absolute, page_address
from ..mailing.kinds import MailKind, register
from ..supporters import links, tokens


@register
class UpdateMail(MailKind):
    """An update, to one of those who agreed to updates; ``object_id`` is the id of their record.

    They asked for it, so it isn't limited per address. Its subject is what the editor wrote for it.
    """

    name = "updates.update"
    label = pgettext_lazy("news", "Update")

    def context(self, mail) -> dict | None:
        broadcast = mail.broadcast
        if broadcast is None:
            return None
        # Asked again for each: who unsubscribed a minute ago gets none.
        link = links.of_slice(broadcast.slice)
        audience = link.audience(broadcast.action_key).select_related("page__locale")
        record = audience.filter(pk=mail.object_id).first()
        update = in_language(broadcast.object_id, mail.language) if record else None
        if update is None:
            return None
        token = tokens.make("unsubscribe", link.slice, record.pk, record.nonce)
        return self.context_of(update, mail.language, token)

    def context_of(self, update, language: str, token: str = "") -> dict:
        """What the templates are given; a preview has no token."""
        stop = reverse("wagtail_campaign:unsubscribe", args=[token or "preview"])
        action_page = update.action_page
        me = f"{reverse('wagtail_campaign:me')}?language={language}"
        return {
            "subject": update.mail_subject or update.title,
            "title": update.title,
            "intro": update.intro,
            "update_url": page_address(update),
            "action_title": action_page.title if action_page else "",
            "unsubscribe_url": absolute(update, stop),
            "me_url": absolute(update, me),
        }

    def headers(self, mail, context):
        """One click in the mail program ends it (RFC 2369, RFC 8058)."""
        return {
            "List-Unsubscribe": f"<{context['unsubscribe_url']}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Precedence": "bulk",
        }


def in_language(page_id: int, language: str):
    """The live update in a language, else the one that was written first; None where it is gone."""
    pages = live_pages(page_id)
    return pages.get(language) or (next(iter(pages.values())) if pages else None)


def live_pages(page_id: int) -> dict:
    """The live pages of an update by language, the one that was written first before the others."""
    known = pages_of_update(page_id)
    return {page.locale.language_code: page for page in known if page.live}


def titles_of(page_ids) -> dict[int, str]:
    """The titles of updates by the id of their source page, in one query."""
    pages = swapper.load_model("wagtailcore", "Page").objects.filter(pk__in=page_ids)
    return dict(pages.values_list("pk", "title"))


def pages_of_update(page_id: int) -> list:
    """Its pages in all languages, as their own types, the source first."""
    pages = swapper.load_model("wagtailcore", "Page").objects.filter(pk=page_id)
    key = pages.values_list("translation_key", flat=True).first()
    pages = pages_of(key).filter(alias_of=None).select_related("locale").order_by("pk")
    return list(pages.specific())
