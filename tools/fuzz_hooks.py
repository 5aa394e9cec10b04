"""What Schemathesis doesn't know of a demo: which pages there are, who is inside, from where each
request comes. Loaded by ``fuzz_api.py``, which leaves it in the environment."""

import json
import os
from ipaddress import IPv4Address
from itertools import count

import schemathesis

KNOWN = json.loads(os.environ["FUZZ"])
networks, turns = count(1), count(1)


@schemathesis.hook
def before_call(context, case, kwargs):
    """A session; and a network of its own, as one may send sixty forms in ten minutes."""
    headers = dict(case.headers or {})
    headers["X-Forwarded-For"] = str(IPv4Address("10.0.0.0") + next(networks))
    if "/me" in case.path and not _ends_the_session(case):
        headers["Authorization"] = f"Bearer {KNOWN['session']}"
    case.headers = headers


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Mostly a real page, act or token in the address."""
    for name in path_parameters or {}:
        known = _known(context.operation.path, name)
        # No random number: Hypothesis wants to make the same again.
        turn = next(turns)
        if known and turn % 5:
            path_parameters[name] = known[turn % len(known)]
    return path_parameters


def _ends_the_session(case) -> bool:
    verb = (case.path_parameters or {}).get("verb")
    return case.path.endswith(("/session", "/erase")) or verb == "erase"


def _known(path: str, name: str) -> list:
    if name == "page_id":
        kind = path.partition("/v1/")[2].partition("/")[0]
        return KNOWN["pages"].get(kind) or KNOWN["pages"]["actions"]
    if name == "kind":
        return ["petition"]
    if name == "pk":
        return KNOWN["acts"]
    if name == "token":
        return KNOWN["tokens"].get(path.partition("/v1/")[2].partition("/")[0], [])
    return []
