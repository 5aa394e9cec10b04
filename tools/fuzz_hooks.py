"""What Schemathesis doesn't know of a demo: which pages there are, who is inside, from where each
request comes. Loaded by ``fuzz_api.py``, which leaves it in the environment."""

import json
import os
import random
from ipaddress import IPv4Address

import schemathesis

KNOWN = json.loads(os.environ["FUZZ"])
networks = iter(range(1, 2**24))


@schemathesis.hook
def before_call(context, case, kwargs):
    """Mostly a real page, act or token in the address; a session; a network of its own, as one may
    send sixty forms in ten minutes."""
    headers = dict(case.headers or {})
    headers["X-Forwarded-For"] = str(IPv4Address("10.0.0.0") + next(networks))
    for name in case.path_parameters or {}:
        if random.random() < 0.8 and (known := _known(case.path, name)):
            case.path_parameters[name] = random.choice(known)
    if "/me" in case.path and not _ends_the_session(case):
        headers["Authorization"] = f"Bearer {KNOWN['session']}"
    case.headers = headers


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
