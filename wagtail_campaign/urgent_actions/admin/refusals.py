"""Telling editors why a page of an urgent action can't be published, before ``publishing`` does."""

import swapper
from django.apps import apps
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder

from ...actions.permissions import may_edit
from .. import permissions, publishing
from ..drafting import mentions
from ..publishing import GuardedMixin
from .preflight import address


def before_publish_page(request, page):
    """Hook: a page that says why, instead of publishing; None where nothing stands against it.

    What was typed is saved as a draft by then.
    """
    return refuse(request, [page.specific])


def before_bulk_action(request, action_type, objects, action):
    """Hook: the same for pages that were ticked, with the drafts below them if they go along."""
    page_model = swapper.load_model("wagtailcore", "Page")
    if action_type != "publish" or not all(isinstance(page, page_model) for page in objects):
        return None
    pages = list(objects)
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        for page in objects:
            pages += page.get_descendants().not_live()
    guarded = [
        page for page in pages if issubclass(page.specific_class or type(page), GuardedMixin)
    ]
    return refuse(request, [page.get_latest_revision_as_object() for page in guarded])


def before_edit_page(request, page):
    """Hook, before wagtail-localize's own: the same where an approval or a translation publishes.

    Wagtail has no other hook there, and would say that one has no permission; wagtail-localize,
    that one may publish once more to ignore it. An approval from the home page of the admin,
    without the editor, has no hook at all: there ``RefusedPanel`` says it.
    """
    if request.method != "POST" or not issubclass(page.specific_class or type(page), GuardedMixin):
        return None
    if not page.permissions_for_user(request.user).can_publish():
        return None
    if request.POST.get("action") == "publish" and (translated := _translated(page)):
        return refuse(request, [translated])
    approves = request.POST.get("workflow-action-name") == "approve"
    state = page.current_workflow_state
    if "action-workflow-action" in request.POST and approves and state and state.is_at_final_task:
        page = page.get_latest_revision_as_object()
        return None if _is_being_mended(page, request.POST) else refuse(request, [page])
    return None


def _translated(page):
    """A page as wagtail-localize would publish it now, None where it doesn't translate it."""
    if not apps.is_installed("wagtail_localize"):
        return None
    from wagtail_localize.models import Translation

    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()
    if found is None:
        return None
    return found.source.get_ephemeral_translated_instance(found.target_locale, fallback=True)


def _is_being_mended(page, typed) -> bool:
    """Whether all that stands against a draft are words that are no longer in what is sent."""
    found = publishing.hindrances(page)
    sent = mentions.folded(" ".join(typed.values()))
    return all(h.word and h.of is page and mentions.folded(h.word) not in sent for h in found)


def refuse(request, pages):
    """The answer to who wanted to publish, None where all may be."""
    rows = refused(pages, request.user)
    if not rows:
        return None
    context = {
        "rows": rows,
        "header_title": _("This can’t be published yet"),
        "header_icon": "warning",
        "breadcrumbs_items": [{"url": "", "label": _("This can’t be published yet")}],
    }
    return render(request, "wagtail_campaign/admin/refused.html", context, status=409)


def refused(pages, user) -> list[dict]:
    """Those of some pages that may not be published, each with its reasons as the templates have
    them."""
    return [
        {"page": page, "reasons": reasons}
        for page in pages
        if isinstance(page, GuardedMixin) and (reasons := _reasons(page, user))
    ]


def _reasons(page, user) -> list[dict]:
    found = publishing.hindrances(page)
    if not found:
        return []
    action, finder = page.guarded_action(), AdminURLFinder(user)
    own = permissions.can(user, permissions.SETTINGS) and may_edit(user, action)
    settings = reverse("campaign_urgent_actions:edit", args=[action.pk]) if own else None
    return [
        {
            "said": hindrance.said,
            "url": reverse("wagtailadmin_pages:edit", args=[page.pk])
            if hindrance.of is page
            else address(hindrance.of, action, finder, own),
            "settings": settings if not hindrance.word else None,
        }
        for hindrance in found
    ]
