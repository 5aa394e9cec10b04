"""Pages that people acted on are not deleted: their records would lose what they were about.

Deleting is refused where it would leave an action that people acted on

- without any page: the page itself, or an ancestor of it, is the last one left in any language.
  As long as another translation stays, one may go: the action lives on with that.
- without an alias that belonged to it: an alias in the same language has a ``translation_key`` of
  its own, so when its source goes it becomes a new action at nought, and the address that people
  know shows it. Aliases in other languages share the key, and simply become ordinary pages.

Unpublishing is never refused. What is offered instead is to archive the action.
"""

from dataclasses import dataclass

import swapper
from django.conf import settings
from django.db.models import Q
from django.shortcuts import render
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder

from .models import Action
from .pages import ActionPageMixin
from .siblings import page_ids


@dataclass(frozen=True)
class Held:
    """Why a page stays: the action, its page, and the alias that would be torn off, or None."""

    action: Action
    page: object
    alias: object | None


def held_by(pages) -> list[Held]:
    """What holds pages that are to be deleted together, with all that is below them."""
    pages = list(pages)
    found = {}
    for page in _action_pages_in(pages):
        key = page.action_key
        if key not in found:
            action = page.get_action()
            found[key] = _held(action, page, pages) if action and action.is_held() else None
    return [held for held in found.values() if held]


def _held(action: Action, page, doomed: list) -> Held | None:
    pages = swapper.load_model("wagtailcore", "Page").objects
    all_pages = pages.filter(pk__in=page_ids(action.key)).select_related("alias_of")
    left = [other for other in all_pages.order_by("pk") if not _is_in(other, doomed)]
    torn_off = [other for other in left if _key_after(other, doomed) != action.key]
    if len(torn_off) == len(left):
        return Held(action, page, alias=None)
    return Held(action, page, alias=torn_off[0]) if torn_off else None


def _key_after(page, doomed: list):
    """The key of a page's action once the doomed pages are gone."""
    while page.alias_of_id and not _is_in(page.alias_of, doomed):
        page = page.alias_of
    return page.translation_key


def _is_in(page, trees: list) -> bool:
    return any(page.path.startswith(tree.path) for tree in trees)


def _action_pages_in(trees: list):
    if not trees:
        return []
    below = Q()
    for tree in trees:
        below |= Q(path__startswith=tree.path)
    pages = swapper.load_model("wagtailcore", "Page").objects
    return pages.filter(below).type(ActionPageMixin).order_by("pk").specific()


def before_delete_page(request, page):
    """Hook: a page that says why, instead of Wagtail's question; None where it may go."""
    return refuse(request, held_by([page, *_deleted_with(page)]))


def before_bulk_action(request, action_type, objects, action):
    """Hook: the same for pages that were ticked; Wagtail asks it when it is about to delete."""
    page_model = swapper.load_model("wagtailcore", "Page")
    if action_type != "delete" or not all(isinstance(page, page_model) for page in objects):
        return None
    return refuse(request, held_by(objects))


def refuse(request, held: list[Held]):
    """The answer to who wanted to delete, None where nothing is held."""
    if not held:
        return None
    finder = AdminURLFinder(request.user)
    rows = [(item, finder.get_edit_url(item.action)) for item in held]
    template = "wagtail_campaign/admin/held.html"
    return render(request, template, {"rows": rows}, status=409)


def _deleted_with(page) -> list:
    """The translations that Wagtail would delete with a page: see its view for deleting."""
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return []
    others = set()
    for hook in hooks.get_hooks("construct_translated_pages_to_cascade_actions"):
        for more in (hook([page], "delete") or {}).values():
            others.update(more)
    parents = set(page.get_parent().get_translations().values_list("pk", flat=True))
    return [other for other in others if other.get_parent().pk in parents]
