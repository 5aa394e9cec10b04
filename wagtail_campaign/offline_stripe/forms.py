"""Reading what the SDK sends: forms with nested names, ``line_items[0][price_data][currency]=eur``.

Everything in them is text; ``contract.py`` knows what is a number.
"""

import re
from urllib.parse import parse_qsl

PART = re.compile(r"\[([^\]]*)\]")


def decode(text: str) -> dict:
    """The parameters as nested dicts and lists of strings."""
    found = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        first, _, rest = name.partition("[")
        put(found, [first, *PART.findall(f"[{rest}" if rest else "")], value)
    return as_lists(found)


def put(tree: dict, path: list[str], value: str) -> None:
    """Hangs a value into a tree of dicts. ``expand[]=a&expand[]=b`` counts on."""
    *branches, leaf = path
    for branch in branches:
        tree = tree.setdefault(branch, {})
        if not isinstance(tree, dict):
            return
    tree[leaf or str(len(tree))] = value


def as_lists(tree):
    """Dicts whose keys are 0, 1, 2 … are lists."""
    if not isinstance(tree, dict):
        return tree
    tree = {key: as_lists(value) for key, value in tree.items()}
    if tree and all(key.isdecimal() for key in tree):
        return [tree[key] for key in sorted(tree, key=int)]
    return tree
