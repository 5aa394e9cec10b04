"""What this Stripe would do nothing about is refused, so that no test passes for nothing.

``contract.py`` knows what Stripe takes. Of that each endpoint names what it acts on or answers
back, and what may be left alone, as Stripe itself does no more than show or record it. A name
within another is written ``line_items.price``; a name by itself stands for all within it, too.
"""

from .errors import Refused

#: What every endpoint acts on that Stripe's has.
GENERAL = frozenset(["created", "ending_before", "expand", "limit", "starting_after"])


def check(params: dict, names: frozenset[str]) -> None:
    """The parameters of a request; ``names``: those of the endpoint. Raises ``Refused``."""
    for name, value in params.items():
        _check(value, name, name, names)


def _check(value, name: str, param: str, names) -> None:
    if name in names:
        return
    if not any(one.startswith(f"{name}.") for one in names):
        raise Refused(f"This offline Stripe does nothing about `{param}`.", param=param)
    if isinstance(value, list):
        for number, one in enumerate(value):
            _check(one, name, f"{param}[{number}]", names)
    elif isinstance(value, dict):
        for inner, one in value.items():
            _check(one, f"{name}.{inner}", f"{param}[{inner}]", names)
