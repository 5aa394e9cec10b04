"""The next link of the chain in one click: a draft under the urgent action's page, opened."""

import swapper
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from wagtail.log_actions import log

from ...actions.asking import AskView
from ..chain import ChainMixin, Link, links_on, model_for
from ..pages import UrgentActionMixin

EXPLAINED = {
    Link.FURTHER: gettext_lazy(
        "Publishing it ends nothing: people go on writing. Then you can mail it to supporters."
    ),
    Link.OUTCOME: gettext_lazy(
        "Publishing it ends the urgent action in every language, and cancels what was not sent."
    ),
    Link.STOP: gettext_lazy(
        "Publishing it ends the urgent action in every language at once, and cancels what was not"
        " sent. Its mail goes out first, to everybody who wrote."
    ),
}


def draft(page: UrgentActionMixin, link: Link, user) -> ChainMixin:
    """A draft that begins where the last link ended; the one that is there already, if nobody has
    published it yet."""
    model = model_for(type(page))
    waiting = model.objects.child_of(page).filter(link=link, first_published_at=None, live=False)
    if found := waiting.order_by("-pk").first():
        return found
    last = links_on(page).specific().last() or page
    new = model(
        title=_titled(page, last.title, link),
        intro=_intro(page, last.intro, link),
        link=link,
        live=False,
        owner=user,
        locale=page.locale,
    )
    with transaction.atomic():
        page.add_child(instance=new)
        new.save_revision(user=user)
        log(new, "wagtail.create", user=user, content_changed=True)
    return new


def _titled(page, title: str, link: Link) -> str:
    """ "Stop: A lawyer is in danger", in the language of the page, whatever the last one was."""
    with override(page.locale.language_code):
        for other in Link:
            title = title.removeprefix(f"{other.name_of_it}: ")
        return f"{link.name_of_it}: {title}"[:255]


def _intro(page, last: str, link: Link) -> str:
    """What the last one said; but for a stop, which is mailed first of all, no "Please go on"."""
    if link != Link.STOP:
        return last
    with override(page.locale.language_code):
        return _(
            "Further letters could do harm. What had not gone yet was cancelled. Thank you to"
            " everyone who wrote."
        )


class DraftView(AskView):
    """Makes the draft and opens it. Its button sends a POST; who comes without script is asked."""

    header_icon = "plus"
    button = gettext_lazy("Begin a draft")

    def dispatch(self, request, *args, **kwargs):
        if self.link is None or model_for(type(self.page)) is None:
            raise Http404
        if (
            self.page.alias_of_id
            or not self.page.permissions_for_user(request.user).can_add_subpage()
        ):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self):
        pages = swapper.load_model("wagtailcore", "Page")
        page = get_object_or_404(pages, pk=self.kwargs["page_id"]).specific
        if not isinstance(page, UrgentActionMixin):
            raise Http404
        return page

    @cached_property
    def link(self) -> Link | None:
        return Link(self.kwargs["link"]) if self.kwargs["link"] in Link.values else None

    @property
    def page_title(self):
        return self.link.name_of_it

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        page = {"url": self.way_back(), "label": self.page.get_admin_display_title()}
        return [*self.breadcrumbs_items, page, {"url": "", "label": self.page_title}]

    def explain(self):
        return [str(EXPLAINED[self.link])]

    def act(self, form):
        self.made = draft(self.page, self.link, self.request.user)
        return _("Here is the draft: change what is no longer true, and publish it.")

    def get_success_url(self):
        # It is asked for the way back, too, before there is a draft.
        made = getattr(self, "made", None)
        return reverse("wagtailadmin_pages:edit", args=[made.pk]) if made else self.way_back()

    def way_back(self):
        return reverse("wagtailadmin_explore", args=[self.page.pk])

    def get_context_data(self, **kwargs):
        said = self.page.get_admin_display_title()
        return super().get_context_data(**kwargs) | {"subject": said}
