"""Whose page brought people to another one: what their sources say, written and read."""

from django.utils.translation import gettext as _
from wagtail.models import get_page_models

from ..sharing import attribution
from .pages import ActionPageMixin
from .titles import title_of, titles


def via_of(page) -> str:
    """The word for ``?via=`` of those who come from an action's page; "" for any other page, and
    one that has no action yet. One query."""
    action = page.get_action() if isinstance(page, ActionPageMixin) else None
    return attribution.made(page.mailed_slice, action.pk) if action else ""


def named(sources) -> dict[str, str]:
    """{"petition:12": "From “Free the strikers”"}: those of the sources that are a page, as long as
    its action is there. A query for each kind of action, and one for the titles."""
    wanted = {}
    for source in sources:
        slice, colon, pk = source.partition(":")
        if colon:
            wanted.setdefault(slice, set()).add(int(pk))
    models = {
        model.mailed_slice: model.action_model
        for model in get_page_models()
        if issubclass(model, ActionPageMixin)
    }
    found = {
        f"{slice}:{action.pk}": action
        for slice, ids in wanted.items()
        if slice in models
        for action in models[slice].objects.filter(pk__in=ids).only("key")
    }
    known = titles(action.key for action in found.values())
    return {
        source: _("From “%(title)s”") % {"title": title_of(action, known)}
        for source, action in found.items()
    }
