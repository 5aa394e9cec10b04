"""A copied page asks as the original does, and starts as an action of its own."""

from .pages import ActionPageMixin


def after_copy_page(request, page, new_page):
    """Hook: copies the settings of the actions of a page, and of the pages copied with it.

    Neither state nor dates nor anything that was counted. An alias has the action of its source.
    """
    _copy_settings(page, new_page)
    below, copied_below = page.get_descendants().specific(), new_page.get_descendants().specific()
    # The same tree, walked in the same order; nothing below a page that was copied alone.
    for original, copy in zip(below, copied_below, strict=False):
        _copy_settings(original, copy)


def _copy_settings(original, copy) -> None:
    original, copy = original.specific, copy.specific
    if not isinstance(original, ActionPageMixin) or type(copy) is not type(original):
        return
    source = original.get_action()
    if source is None or original.action_key == copy.action_key:
        return
    action = copy.get_or_create_action()
    for name in source.COPIED:
        setattr(action, name, getattr(source, name))
    action.save()
