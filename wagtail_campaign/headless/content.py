"""An action, for a front end that draws it without our templates."""

from django.urls import reverse
from django.utils import translation

from ..actions.pages import ActionPageMixin
from .described import describe


def page_named(page) -> dict | None:
    """A page, as records name it; None without one."""
    return page and {
        "id": page.pk,
        "title": page.title,
        "url": page.full_url or "",
        "language": page.locale.language_code,
    }


def action_said(page: ActionPageMixin, request=None) -> dict:
    """How the action of a page stands, and the forms that can be sent now, in the page's language.

    ``key`` is the same in every language; ``forms`` is {verb: {"method", "url", "schema"}}, empty
    where the action isn't open. ``schema`` is that of ``described``.
    """
    live = page.get_live(request)
    language = page.locale.language_code
    with translation.override(language):
        offered = page.api_forms(live) if live.is_open else {}
        forms = {
            verb: form_said(name, arguments, form, language)
            for verb, (name, arguments, form) in offered.items()
        }
    return {
        "key": str(page.action_key),
        "kind": page.mailed_slice,
        **page.api_said(live),
        "forms": forms,
    }


def form_said(name: str, arguments: list, form, language: str) -> dict:
    """A form that can be sent now: where (the name of an address and its arguments), and what it
    asks, in the language that is active, which is ``language``."""
    return {
        "method": "POST",
        "url": reverse(f"wagtail_campaign:{name}", args=arguments),
        "schema": describe(form, language),
    }
