"""Everything that one can do: the open actions of a site, in one language, read at most every few
seconds and in as many queries as there are kinds of actions."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.cache import cache
from django.utils.text import capfirst
from wagtail.models import Site, get_page_models

from ..conf import conf
from .pages import ActionPageMixin
from .sites import page_address

#: So many pages of one kind are offered, and so many are looked at for open ones.
MOST = 12
LOOKED_AT = 100


@dataclass(frozen=True)
class Way:
    """One thing to do: the page's id, the kind of action, title, introduction and addresses (for a
    reader of the same site, and for everybody), and what its button says."""

    pk: int
    kind: str
    title: str
    intro: str
    url: str
    full_url: str
    invitation: str

    def as_json(self) -> dict:
        """For a front end without our templates."""
        return {
            "id": self.pk,
            "title": self.title,
            "intro": self.intro,
            "url": self.full_url,
            "invitation": self.invitation,
        }


def kinds() -> dict[str, type]:
    """The kinds of actions that this installation has pages for, by the names of their models:
    {"petition": Petition}."""
    found = [model.action_model for model in _page_models()]
    return {model._meta.model_name: model for model in found}


def choices() -> list[tuple[str, str]]:
    """The same for an editor to choose from."""
    return [(name, capfirst(model._meta.verbose_name_plural)) for name, model in kinds().items()]


def ways(request, site: Site, language: str, wanted: list[str]) -> list[Way]:
    """The open actions of a site in a language: kinds as ``wanted`` orders them (names, as
    ``kinds`` has them; all for none), within each the pages as the editors order them."""
    wanted = [name for name in wanted if name in kinds()] or list(kinds())
    key = f"campaign:ways:{site.pk}:{language}:{'.'.join(wanted)}"
    found = cache.get(key)
    if found is None:
        root = _root_path(site, language)
        found = [way for name in wanted for way in _of_kind(request, name, root, language)]
        cache.set(key, found, conf.LIVE_SECONDS)
    return found


def speaks(site: Site, language: str) -> bool:
    """Whether a site has pages in a language."""
    return _root_path(site, language) is not None


def _page_models() -> list[type]:
    return [model for model in get_page_models() if issubclass(model, ActionPageMixin)]


def _root_path(site: Site, language: str) -> str | None:
    """Where the pages of a site in a language begin, None where it has none."""
    roots = [root for root in Site.get_site_root_paths() if root.site_id == site.pk]
    return next((root.root_path for root in roots if root.language_code == language), None)


def _of_kind(request, name: str, root: str | None, language: str) -> Iterator[Way]:
    if root is None:
        return
    pages = []
    for model in _page_models():
        if model.action_model._meta.model_name == name:
            live = model.objects.live().public().defer_streamfields()
            here = live.filter(locale__language_code=language, url_path__startswith=root)
            pages += here.order_by("path")[:LOOKED_AT]
    pages.sort(key=lambda page: page.path)
    is_open = _open_keys(name, [page.translation_key for page in pages])
    shown = [page for page in pages if page.translation_key in is_open]
    for page in shown[:MOST]:
        yield Way(
            pk=page.pk,
            kind=page.mailed_slice,
            title=page.title,
            intro=getattr(page, "intro", "") or page.search_description,
            url=page.get_url(request),
            full_url=page_address(page),
            invitation=str(page.call_to_action),
        )


def _open_keys(name: str, keys: list) -> set:
    actions = kinds()[name].objects.filter(key__in=keys)
    return {action.key for action in actions if action.is_open()}
