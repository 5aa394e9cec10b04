"""The mail that tells of an update."""

import swapper
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..actions.siblings import pages_of
from ..actions.sites import page_address
from ..mailing.announcements import Announcement, News, ways_out
from ..mailing.kinds import register
from .pages import UpdateMixin


class UpdateNews(News):
    """An update in all its languages: the one that was written first, and its translations."""

    hindrance = _("Publish the update first: the mail leads to its page.")

    def __init__(self, pages: list):
        self.pages = pages
        self.object_id = pages[0].pk
        self.title = self.logged = pages[0].title
        self.live = {page.locale.language_code: page for page in pages if page.live}
        self.languages = list(self.live)
        self.drafts = [page.locale.language_code for page in pages if not page.live]

    @property
    def edit_url(self):
        return reverse("wagtailadmin_pages:edit", args=[self.object_id])

    @cached_property
    def action(self):
        page = self.pages[0].action_page
        return page.get_action() if page else None

    @property
    def slices(self):
        return self.pages[0].action_page.audiences

    @property
    def urgent(self):
        return self.pages[0].is_urgent

    def context(self, language):
        update = self.live.get(language) or next(iter(self.live.values()))
        action_page = update.action_page
        return {
            "subject": update.mail_subject or update.title,
            "said_first": update.said_first,
            "title": update.title,
            "intro": update.intro,
            "written_in": update.locale.language_code,
            "update_url": page_address(update),
            "action_title": action_page.title if action_page else "",
            **ways_out(update, language),
        }


@register
class UpdateMail(Announcement):
    """An update. Its subject is what the editor wrote for it."""

    name = "updates.update"
    label = pgettext_lazy("news", "Update")

    def find(self, object_id):
        pages = pages_of_update(object_id)
        return UpdateNews(pages) if pages and isinstance(pages[0], UpdateMixin) else None

    def titles(self, object_ids):
        pages = swapper.load_model("wagtailcore", "Page").objects.filter(pk__in=object_ids)
        return dict(pages.values_list("pk", "title"))


def pages_of_update(page_id: int) -> list:
    """Its pages in all languages, as their own types, the source first."""
    pages = swapper.load_model("wagtailcore", "Page").objects.filter(pk=page_id)
    key = pages.values_list("translation_key", flat=True).first()
    pages = pages_of(key).filter(alias_of=None).select_related("locale").order_by("pk")
    return list(pages.specific())
