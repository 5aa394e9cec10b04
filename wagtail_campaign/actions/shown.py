"""How an action's page is shown: its numbers and the parts drawn from them, from one look into the
cache. Both are the same for all readers of a language."""

from dataclasses import replace

from django.core.cache import cache
from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import get_language

from ..conf import conf
from . import live as actions_live
from .again import bound_form
from .live import Live


class ShownMixin(models.Model):
    """For a page with ``ActionPageMixin``; slices set ``context_name`` and implement the rest.

    What is drawn is a frozen dataclass with ``live``, ``status`` and ``form`` among its parts.
    """

    #: What its templates call the public side of the action: "petition".
    context_name: str

    class Meta:
        abstract = True

    def read_live(self) -> Live:
        """The public side of the action, from the database."""
        raise NotImplementedError

    def draw(self, live: Live, kept):
        """All parts of the page; ``kept`` itself where it still holds."""
        raise NotImplementedError

    def draw_preview(self, live: Live):
        """All parts as an editor sees them: nothing can be sent."""
        raise NotImplementedError

    def draw_form(self, live: Live, form) -> str:
        """The form with what was sent, as HTML."""
        raise NotImplementedError

    def get_context(self, request, *args, **kwargs):
        """Adds what ``panel_context`` gives to Wagtail's context."""
        return {**super().get_context(request, *args, **kwargs), **self.panel_context(request)}

    def panel_context(self, request) -> dict:
        """What progress and form are shown from, here or in a block on another page.

        ``context_name``: a ``Live``; ``drawn``: what ``draw`` gives; ``was_sent``: this answers a
        form that was sent and isn't taken.
        """
        live, drawn = self.find_live_and_drawn(request)
        was_sent = bound_form(request, self) is not None
        return {self.context_name: live, "drawn": drawn, "was_sent": was_sent}

    @property
    def campaign_anchor(self) -> str:
        """What the ids on the page begin with, so that several actions fit on one page."""
        return f"campaign-{self.pk or 0}"

    def get_live(self, request=None) -> Live:
        """The public side of the action, at most some seconds old; without a request nothing is
        drawn of it."""
        if request is not None:
            return self.find_live_and_drawn(request)[0]
        key = self.action_key
        live = cache.get(actions_live.cache_key(key))
        return live or self._read_live(key)

    def find_live_and_drawn(self, request) -> tuple:
        """Both, once for each request: the page asks for them, and the blocks on it."""
        shown = vars(request).setdefault("campaign_shown", {}) if request else {}
        if self.pk not in shown:
            is_preview = getattr(request, "is_preview", False)
            shown[self.pk] = self._preview_parts() if is_preview else self._read_parts(request)
        return shown[self.pk]

    def _preview_parts(self) -> tuple:
        live = self.read_live()
        return live, self.draw_preview(live)

    def _read_parts(self, request) -> tuple:
        # Both from one look into the cache.
        key = self.action_key
        live_key, drawn_key = actions_live.cache_key(key), self._drawn_cache_key()
        cached = cache.get_many([live_key, drawn_key])
        live, kept = cached.get(live_key), cached.get(drawn_key)
        live = live or self._read_live(key)
        drawn = self.draw(live, kept)
        if drawn is not kept:
            cache.set(drawn_key, drawn, conf.FORM_SECONDS)
        if live.is_open and (form := bound_form(request, self)):
            drawn = replace(drawn, form=self.draw_form(live, form))
        return live, drawn

    def _read_live(self, key) -> Live:
        live = self.read_live()
        actions_live.keep(key, live)
        return live

    def _drawn_cache_key(self) -> str:
        return f"campaign:drawn:{self.pk}:{self.live_revision_id}:{get_language()}"


def lasts(kept, live: Live) -> bool:
    """Whether those parts of a page that show no numbers still hold, as they were kept."""
    return bool(kept) and kept.status == live.status and kept.live.version == live.version


def draw_part(template: str, page, live: Live, **more) -> str:
    """A template of the package as HTML, given the page and the public side of its action."""
    context = {"page": page, page.context_name: live, **more}
    return render_to_string(f"wagtail_campaign/{template}", context)
