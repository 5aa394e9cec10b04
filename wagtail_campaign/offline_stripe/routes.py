"""Which endpoints there are: each is a function in the file of its object."""

import re
from collections.abc import Callable
from typing import NamedTuple

from . import scope
from .errors import NotFound


class Route(NamedTuple):
    """``verb`` and ``path`` as Stripe's reference writes them, ``/v1/refunds/{id}``; ``contract``:
    the type in ``stripe.params`` that its parameters have; ``names``: those of them that it acts
    on: see ``scope.py``; ``function(store, params, id)``."""

    verb: str
    path: str
    contract: type
    names: frozenset[str]
    function: Callable


ROUTES: list[Route] = []


def endpoint(verb: str, path: str, contract: type, *names: str):
    """Adds a function as an endpoint; ``path``, ``contract`` and ``names`` as a ``Route`` has them,
    without those that are general."""

    def add(function):
        ROUTES.append(Route(verb, path, contract, scope.GENERAL.union(names), function))
        return function

    return add


def find(verb: str, path: str) -> tuple[Route, list[str]]:
    """The route of a request, and the id in its path. Raises ``NotFound``."""
    for route in ROUTES:
        pattern = re.sub(r"\\{id\\}", "([^/]+)", re.escape(route.path))
        if route.verb == verb and (found := re.fullmatch(pattern, path)):
            return route, list(found.groups())
    raise NotFound(f"Unrecognized request URL ({verb}: {path}).")
