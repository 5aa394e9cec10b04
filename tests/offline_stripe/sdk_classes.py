"""What of an answer isn't as the SDK's own classes have it. They are of the API version that the
SDK pins, which is newer than the schemas, and say which fields there are."""

from collections.abc import Iterator
from typing import ClassVar, get_args, get_origin

from stripe._object_classes import get_object_class


def misfits(value, own: type | None = None, path: str = "") -> Iterator[str]:
    """Fields that the SDK doesn't have, or that are missing though it says they are there;
    ``own``: the class of an object within another."""
    if isinstance(value, list):
        for one in value:
            yield from misfits(one, own, path)
    if not isinstance(value, dict) or "deleted" in value:
        return
    if isinstance(kind := value.get("object"), str):
        own, path = get_object_class("V1", kind), kind
    if own is None:
        return
    hints = {k: v for k, v in own.__annotations__.items() if get_origin(v) is not ClassVar}
    for name in value.keys() - hints.keys() - {"object"}:
        yield f"{path}.{name}: is not in the SDK"
    for name, hint in hints.items():
        if name in value:
            inner = own._inner_class_types.get(name)
            yield from misfits(value[name], inner, f"{path}.{name}")
        elif type(None) not in get_args(hint):
            yield f"{path}.{name}: is missing, says the SDK"
