"""What a request may say: held against the parameter types that the SDK itself was generated with.

So the contract follows the pinned version of Stripe's API: a parameter that was removed
(``payment_method_types``), a value that isn't offered (``locale=kk``) or of another type is refused
as Stripe refuses it. What the types can't say is in the files of the objects, with its source.
"""

import sys
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal, NotRequired, Required, Union, get_args, get_origin

from stripe._request_options import RequestOptions
from stripe._stripe_object import UntypedStripeObject
from typing_extensions import get_type_hints, is_typeddict

from .errors import Refused

#: Options of the SDK's call, which aren't sent.
OPTIONS = frozenset(RequestOptions.__annotations__)


def check(params: dict, contract: type) -> dict:
    """The parameters as a request type of ``stripe.params`` has them, with numbers and truth values
    made of the text that came. Raises ``Refused``."""
    return _typed_dict(params, contract, "")


@cache
def _hints(contract: type) -> dict[str, Any]:
    """The types by name. Options of the call are left out, also as the SDK has types among them
    that it only imports for type checkers."""
    written = contract.__annotations__
    # A TypedDict keeps no bases: that of a whole request is known by its options.
    options = OPTIONS if written.keys() >= OPTIONS else frozenset()
    own = {name: hint for name, hint in written.items() if name not in options}
    return get_type_hints(
        type(contract.__name__, (), {"__annotations__": own}),
        vars(sys.modules[contract.__module__]),
        include_extras=True,
    )


def _typed_dict(value, contract, path):
    if not isinstance(value, dict):
        raise Refused("Invalid object", param=path)
    hints = _hints(contract)
    for name in value:
        if name not in hints:
            param = _join(path, name)
            raise Refused(
                f"Received unknown parameter: {param}", code="parameter_unknown", param=param
            )
    for name, hint in hints.items():
        if get_origin(hint) is not NotRequired and name not in value:
            param = _join(path, name)
            raise Refused(
                f"Missing required param: {param}.", code="parameter_missing", param=param
            )
    return {name: _value(given, hints[name], _join(path, name)) for name, given in value.items()}


def _join(path: str, name) -> str:
    return f"{path}[{name}]" if path else str(name)


def _value(value, hint, path):
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (NotRequired, Required):
        return _value(value, arguments[0], path)
    if _is_union(hint):
        return _union(value, arguments, path)
    if origin is Literal:
        return _literal(value, arguments, path)
    if is_typeddict(hint):
        return _typed_dict(value, hint, path)
    if origin is list:
        if not isinstance(value, list):
            raise Refused("Invalid array", param=path)
        return [_value(one, arguments[0], f"{path}[{i}]") for i, one in enumerate(value)]
    if origin in (dict, UntypedStripeObject) or hint is UntypedStripeObject:
        return _texts(value, path)
    return _plain(value, hint, path)


def _is_union(hint) -> bool:
    origin = get_origin(hint)
    return origin is Union or getattr(origin, "__name__", "") == "UnionType"


def _union(value, members, path):
    """The first that fits; where none does, the complaint of the last one made of the same stuff.

    The SDK writes a closed choice as ``Literal["auto", "ru"] | str``, for versions to come: here
    the choice is closed. ``Literal[""]`` is the text that takes a value out.
    """
    texts = [choice for m in members if get_origin(m) is Literal for choice in get_args(m)]
    if value in texts:
        return value
    taken = {type(None), Literal[""], str} if any(texts) else {type(None), Literal[""]}
    members = _alike(value, [m for m in members if m not in taken])
    if all(get_origin(member) is Literal for member in members):
        return _literal(value, texts, path)
    refused = None
    for member in members:
        try:
            return _value(value, member, path)
        except Refused as error:
            refused = error
    raise refused


def _alike(value, members):
    """Those of a union that are made of the same stuff as the value: a dict, a list, or a text."""
    shape = type(value)
    same = [m for m in members if _shape(m) is shape]
    return same or members


def _shape(hint) -> type:
    origin = get_origin(hint)
    if is_typeddict(hint) or origin in (dict, UntypedStripeObject) or hint is UntypedStripeObject:
        return dict
    return list if origin is list else str


def _literal(value, offered, path):
    if value in offered:
        return value
    names = [name for name in offered if name]
    said = " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    raise Refused(f"Invalid {path}: must be one of {said}", param=path)


def _texts(value, path):
    """Metadata: up to 50 keys of 40 letters, with up to 500 letters each; "" takes one out
    (https://docs.stripe.com/metadata)."""
    if not isinstance(value, dict):
        raise Refused("Invalid object", param=path)
    if len(value) > 50:
        raise Refused("Metadata can have at most 50 keys", param=path)
    for key, text in value.items():
        if not isinstance(text, str):
            raise Refused("Metadata values must be strings", param=f"{path}[{key}]")
        if len(key) > 40 or len(text) > 500:
            said = "Metadata keys can have up to 40 characters, and values up to 500"
            raise Refused(said, param=f"{path}[{key}]")
    return value


def _plain(value, hint, path):
    if not isinstance(value, str):
        raise Refused(f"Invalid {getattr(hint, '__name__', 'value')}", param=path)
    if hint is bool:
        if value not in ("true", "false"):
            raise Refused(f"Invalid boolean: {value}", param=path)
        return value == "true"
    if hint is int:
        try:
            return int(value)
        except ValueError:
            said = f"Invalid integer: {value}"
            raise Refused(said, code="parameter_invalid_integer", param=path) from None
    if hint in (float, Decimal):
        try:
            return Decimal(value)
        except InvalidOperation:
            raise Refused(f"Invalid decimal: {value}", param=path) from None
    if value == "":
        said = f"You passed an empty string for '{path}'. Remove it, or give it a value."
        raise Refused(said, code="parameter_invalid_empty", param=path)
    return value
