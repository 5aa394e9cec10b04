"""The pages of one action: one for each language, and their aliases."""

import swapper


def pages_of(action_key):
    """Its pages in all languages, without aliases in the same language."""
    return swapper.load_model("wagtailcore", "Page").objects.filter(translation_key=action_key)


def page_ids(action_key) -> list[int]:
    """The ids of its pages, aliases of aliases included."""
    pages = swapper.load_model("wagtailcore", "Page").objects
    found = set(pages_of(action_key).values_list("pk", flat=True))
    layer = found
    while layer:
        layer = set(pages.filter(alias_of__in=layer).values_list("pk", flat=True)) - found
        found |= layer
    return sorted(found)


def published(action_keys) -> set:
    """Those of the keys of which the public sees a page, in whatever language."""
    pages = swapper.load_model("wagtailcore", "Page").objects.live()
    keys = pages.filter(translation_key__in=set(action_keys))
    return set(keys.values_list("translation_key", flat=True))


def source_page(action_key):
    """The page that editors write first: the oldest of its pages that is no alias, or None."""
    return _originals([action_key]).order_by("pk").specific().first()


def source_pages(action_keys) -> dict:
    """The same of several actions, by key, in a query and one for each type of page."""
    # The oldest comes last, and stays.
    pages = _originals(action_keys).order_by("-pk").specific()
    return {page.translation_key: page for page in pages}


def _originals(action_keys):
    pages = swapper.load_model("wagtailcore", "Page").objects
    return pages.filter(translation_key__in=set(action_keys), alias_of=None)
