"""Pages that people acted on are not deleted: their records would lose what they were about.

Deleting is refused where it would leave an action that people acted on

- without its source page. Translations are made from it, and who may edit it may see who acted (see
  ``actions.permissions``): were it deleted, that right would fall to the editors of a translation.
  A translation may go: the action lives on with the others.
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
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder

from .models import Action
from .pages import ActionPageMixin
from .siblings import page_ids


@dataclass(frozen=True)
class Held:
    """Why a page stays: the action, its page, and the alias that would be torn off, or None.

    ``has_translations``: pages of the action in other languages would be left.
    """

    action: Action
    page: object
    alias: object | None
    has_translations: bool = False


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
    all_pages = list(all_pages.order_by("pk"))
    left = [other for other in all_pages if not _is_in(other, doomed)]
    torn_off = [other for other in left if _key_after(other, doomed) != action.key]
    source = next((other for other in all_pages if not other.alias_of_id), None)
    if source is None or _is_in(source, doomed):
        return Held(action, page, alias=None, has_translations=len(left) > len(torn_off))
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
    rows = [
        {
            "held": item,
            "settings": finder.get_edit_url(item.action),
            "can_unpublish": item.page.permissions_for_user(request.user).can_unpublish(),
        }
        for item in held
    ]
    title, parent = _("This can’t be deleted"), held[0].page.get_parent()
    up = {
        "url": reverse("wagtailadmin_explore", args=[parent.pk]),
        "label": parent.get_admin_display_title(),
    }
    context = {
        "rows": rows,
        "header_title": title,
        "header_icon": "warning",
        "breadcrumbs_items": [up, {"url": "", "label": title}],
        "back": up["url"],
    }
    return render(request, "wagtail_campaign/admin/held.html", context, status=409)


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
