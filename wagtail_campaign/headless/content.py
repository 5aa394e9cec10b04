"""An action, for a front end that draws it without our templates."""

from django.urls import reverse
from django.utils import translation
from wagtail.api import APIField
from wagtail.blocks import StreamValue

from ..updates import listing
from .described import describe
from .pages import TranslatedMixin, html_said, stream_said
from .serializers import IMAGE, html


class ActionContentMixin(TranslatedMixin):
    """For an action's page: what Wagtail's API shows of it. Comes before ``ActionPageMixin``.

    Slices add their fields to ``api_fields``, and say in ``api_content`` and ``api_forms`` what is
    their own of ``action``.
    """

    api_fields = [
        APIField("intro"),
        IMAGE,
        html("thanks"),
        APIField("translations"),
        APIField("action"),
    ]

    class Meta:
        abstract = True

    @property
    def action(self) -> dict:
        """How the action stands, and what can be done: see ``action_said``."""
        return action_said(self)


def action_said(page) -> dict:
    """How the action of a page stands, what the page shows of it, and the forms that can be sent
    now, in the page's language; at most some seconds old.

    ``key`` is the same in every language; ``forms`` is {verb: {"method", "url", "schema"}}, empty
    where the action isn't open. ``schema`` is that of ``described``.
    """
    live = page.get_live()
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
            **live.as_json(),
            "days_left": live.days_left,
            "invitation": str(page.call_to_action),
            **page.api_content(live),
            "updates": listing.as_json(page),
            "forms": forms,
        }


def after_said(page) -> dict:
    """What is shown to who has confirmed, as Wagtail's API gives it: ``thanks`` and ``next_steps``,
    in the language that is active; empty where the page has no such field."""
    steps = getattr(page, "next_steps", None)
    return {
        "thanks": html_said(getattr(page, "thanks", "")),
        "next_steps": stream_said(steps) if isinstance(steps, StreamValue) else [],
    }


def form_said(name: str, arguments: list, form, language: str) -> dict:
    """A form that can be sent now: where (the name of an address and its arguments), and what it
    asks, in the language that is active, which is ``language``."""
    return {
        "method": "POST",
        "url": reverse(f"wagtail_campaign:{name}", args=arguments),
        "schema": describe(form, language),
    }
