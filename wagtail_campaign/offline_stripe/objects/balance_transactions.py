"""What moves on the account's balance: https://docs.stripe.com/api/balance_transactions."""

from stripe.params import BalanceTransactionListParams, BalanceTransactionRetrieveParams

from ..reads import readable

DAY = 86_400
#: Per mille of the amount, and what is added, in minor units. What a real account pays is its own.
FEE_PER_MILLE, FEE = 15, 25
#: What a dispute costs.
DISPUTE_FEE = 1500


def make(store, source: dict, amount: int, type: str, fee: int = 0) -> dict:
    """What a charge, refund or dispute moves; ``amount`` in minor units, negative for what goes
    out."""
    details = [
        {
            "amount": fee,
            "application": None,
            "currency": source["currency"],
            "description": "Stripe processing fees",
            "type": "stripe_fee",
        }
    ]
    return store.add(
        "txn",
        "balance_transaction",
        without=("livemode",),
        amount=amount,
        available_on=store.now() + 7 * DAY,
        balance_type="payments",
        currency=source["currency"],
        description=source.get("description"),
        exchange_rate=None,
        fee=fee,
        fee_details=details if fee else [],
        net=amount - fee,
        reporting_category="dispute" if type == "adjustment" else type,
        source=source["id"],
        status="pending",
        type=type,
    )


def fee_for(amount: int) -> int:
    """What Stripe keeps of a charge."""
    return amount * FEE_PER_MILLE // 1000 + FEE


readable(
    "balance_transaction",
    "/v1/balance_transactions",
    BalanceTransactionRetrieveParams,
    BalanceTransactionListParams,
    "currency",
    "source",
    "type",
)
