"""Putting objects in the place of their ids, where a request asks for it
(https://docs.stripe.com/api/expanding_objects)."""

from collections.abc import Callable

from .errors import Refused

#: Fields that are there only when they are asked for: {(object, field): function(store, object)}.
only_when_asked: dict[tuple[str, str], Callable] = {}


def answer(store, value, wanted: list[str] = ()):
    """A copy of what is answered, without what is kept to ourselves, expanded as wanted."""
    said = bare(value)
    for path in wanted:
        steps = path.split(".")
        if len(steps) > 4 + (steps[0] == "data"):
            raise Refused("You cannot expand more than 4 levels of a property", param="expand")
        _expand(store, said, steps, path)
    return said


def bare(value):
    """A copy without what is kept to ourselves. The keys of metadata are the site's own."""
    if isinstance(value, dict):
        return {
            k: dict(v) if k == "metadata" else bare(v)
            for k, v in value.items()
            if not k.startswith("_")
        }
    return [bare(one) for one in value] if isinstance(value, list) else value


def _expand(store, said, steps, path) -> None:
    if isinstance(said, list):
        for one in said:
            _expand(store, one, steps, path)
        return
    step, *rest = steps
    if not isinstance(said, dict):
        return
    if asked := only_when_asked.get((said.get("object"), step)):
        said.setdefault(step, bare(asked(store, store.objects[said["id"]])))
    if step not in said:
        raise Refused(f"This property cannot be expanded ({path}).", param="expand")
    if isinstance(said[step], str):
        if said[step] not in store.objects:
            raise Refused(f"This property cannot be expanded ({path}).", param="expand")
        said[step] = bare(store.objects[said[step]])
    if rest:
        _expand(store, said[step], rest, path)
