"""Lists as Stripe gives them: the newest first, a page at a time
(https://docs.stripe.com/api/pagination)."""

from .errors import NotFound, Refused


def page(kind: str, params: dict, url: str, found: list[dict]) -> dict:
    """A page of the objects of a kind that were found.

    ``params`` may have ``limit``, ``starting_after``, ``ending_before`` and ``created``.
    """
    if "created" in params:
        found = [o for o in found if _is_within(o["created"], params["created"])]
    limit = params.get("limit", 10)
    if not 1 <= limit <= 100:
        raise Refused("Limit must be between 1 and 100.", param="limit")
    if after := params.get("starting_after"):
        found = found[_place(found, kind, after, "starting_after") + 1 :]
    if before := params.get("ending_before"):
        place = _place(found, kind, before, "ending_before")
        rest, found = found[:place], found[max(0, place - limit) : place]
        return {"object": "list", "url": url, "has_more": len(rest) > limit, "data": found}
    return {"object": "list", "url": url, "has_more": len(found) > limit, "data": found[:limit]}


def whole(data: list[dict], url: str) -> dict:
    """A list within an object, in the order given."""
    return {"object": "list", "data": data, "has_more": False, "url": url}


def _place(found, kind, id, param) -> int:
    for place, one in enumerate(found):
        if one["id"] == id:
            return place
    raise NotFound.of(kind, id, param)


def _is_within(moment: int, limits) -> bool:
    if isinstance(limits, int):
        return moment == limits
    return limits.get("gt", moment - 1) < moment < limits.get("lt", moment + 1) and limits.get(
        "gte", moment
    ) <= moment <= limits.get("lte", moment)
