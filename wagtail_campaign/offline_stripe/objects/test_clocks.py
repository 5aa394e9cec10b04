"""Moving time on by the API: https://docs.stripe.com/api/test_clocks.

At Stripe a clock is that of its customers; here all objects have the one that ``control`` moves.
"""

from stripe.params.test_helpers import (
    TestClockAdvanceParams,
    TestClockCreateParams,
    TestClockDeleteParams,
    TestClockRetrieveParams,
)

from ..errors import Refused
from ..routes import endpoint
from . import customers

KIND, DAY = "test_helpers.test_clock", 86_400


@endpoint("POST", "/v1/test_helpers/test_clocks", TestClockCreateParams, "frozen_time", "name")
def create(store, params):
    if abs(params["frozen_time"] - store.now()) > 60:
        raise Refused("Clocks of this offline Stripe begin now.", param="frozen_time")
    return store.add(
        "clock",
        KIND,
        deletes_after=store.now() + 30 * DAY,
        frozen_time=params["frozen_time"],
        name=params.get("name"),
        status="ready",
        status_details={},
    )


@endpoint("GET", "/v1/test_helpers/test_clocks/{id}", TestClockRetrieveParams)
def retrieve(store, params, id):
    return store.get(KIND, id, "test_clock")


@endpoint(
    "POST", "/v1/test_helpers/test_clocks/{id}/advance", TestClockAdvanceParams, "frozen_time"
)
def advance(store, params, id):
    """Is on its way in the answer, as at Stripe, and there when it is asked for again."""
    clock = store.get(KIND, id, "test_clock")
    if params["frozen_time"] <= clock["frozen_time"]:
        raise Refused("The time must be after the clock's.", param="frozen_time")
    store.forward(params["frozen_time"] - store.now())
    clock["frozen_time"] = params["frozen_time"]
    return clock | {"status": "advancing"}


@endpoint("DELETE", "/v1/test_helpers/test_clocks/{id}", TestClockDeleteParams)
def delete(store, params, id):
    """With its customers, and what they give."""
    clock = store.get(KIND, id, "test_clock")
    for customer in store.all("customer", test_clock=id):
        customers.delete(store, {}, customer["id"])
    del store.objects[clock["id"]]
    return {"id": id, "object": KIND, "deleted": True}
