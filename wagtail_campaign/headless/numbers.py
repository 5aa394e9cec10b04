"""The live numbers of an action by JSON."""

from ninja import Router

from ..actions import tallies
from ..actions.pages import ActionPageMixin
from . import reading
from .answers import Counts, answers
from .paths import Id

router = Router(tags=["Updates and numbers"])


@router.get(
    "/{page_id}/tally",
    response=answers((200, Counts), 422),
    url_name="api_tally",
)
def tally(request, page_id: Id):
    """The counts of an action, the same in all its languages."""

    def answer(page):
        counts = tallies.by_metric(page.action_key)
        return {"counts": counts, "total": page.get_live(request).count}

    return reading.read(request, page_id, ActionPageMixin, answer)
