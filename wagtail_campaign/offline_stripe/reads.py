"""The two endpoints that nearly every kind of object has: one by its id, and the list."""

from . import lists
from .routes import endpoint

#: Where an object of a kind is: {kind: path of the list}.
PATHS: dict[str, str] = {}


def readable(
    kind: str,
    path: str,
    retrieved: type,
    listed: type,
    *filters: str,
    narrow=None,
    narrow_by: tuple[str, ...] = (),
    param="id",
):
    """Adds them. ``path``: of the list, as ``/v1/refunds``; ``retrieved`` and ``listed``: their
    types in ``stripe.params``; ``filters``: parameters that a field of the object has to equal;
    ``narrow(store, params, found)``: what is left of the list by rules of the kind's own, and
    ``narrow_by`` the parameters that these read; ``param``: what Stripe calls the id where there is
    no such object."""

    PATHS[kind] = path

    @endpoint("GET", f"{path}/{{id}}", retrieved)
    def retrieve(store, params, id):
        return store.get(kind, id, param)

    @endpoint("GET", path, listed, *filters, *narrow_by)
    def list_all(store, params):
        wanted = {name: params[name] for name in filters if name in params}
        found = store.all(kind, **wanted)
        if narrow:
            found = narrow(store, params, found)
        return lists.page(kind, params, path, found)
