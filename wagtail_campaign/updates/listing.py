"""The updates on an action, as the public sees them."""

from django.core.paginator import Page, Paginator
from django.http import Http404

from .. import moments
from ..actions.pages import ActionPageMixin
from ..actions.shown import draw_part
from ..actions.sites import page_address
from .pages import UpdateMixin

#: How many of the latest the action's own page shows.
LATEST = 3
#: How many stand together where all of them are listed.
A_PAGE = 20


def updates_on(page: ActionPageMixin):
    """The public updates under a page, the newest first: a queryset of pages."""
    return page.get_children().live().public().type(UpdateMixin).order_by("-first_published_at")


def latest(page: ActionPageMixin) -> list:
    """The newest updates, and one more than are shown: so it is known that there are others."""
    return list(updates_on(page).specific()[: LATEST + 1]) if page.pk else []


def part(page: ActionPageMixin, number: int) -> Page:
    """A page of the list of all. Raises ``Http404`` where it has no such page."""
    paginator = Paginator(updates_on(page).specific(), A_PAGE)
    if not 1 <= number <= paginator.num_pages:
        raise Http404
    return paginator.page(number)


def draw_latest(page: ActionPageMixin, live) -> str:
    """The latest updates as HTML, "" without any; each that is published raises the version of the
    action, by which the page knows that it has to be drawn anew."""
    updates = latest(page)
    if not updates:
        return ""
    more = len(updates) > LATEST
    return draw_part("updates/latest.html", page, live, updates=updates[:LATEST], more=more)


def as_json(page: ActionPageMixin) -> dict:
    """How many updates there are, and the latest: {"number", "latest": [{"id", "title", "url",
    "intro", "published_at" (ISO 8601, or None)}]}."""
    updates = updates_on(page)
    return {
        "number": updates.count(),
        "latest": [said(update) for update in updates.specific()[:LATEST]],
    }


def said(update) -> dict:
    """One update, as a list shows it."""
    return {
        "id": update.pk,
        "title": update.title,
        "url": page_address(update),
        "intro": update.intro,
        # None for one that a program made, and nobody published.
        "published_at": moments.said(update.first_published_at),
    }
