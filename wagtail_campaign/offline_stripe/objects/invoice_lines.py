"""A line of an invoice: https://docs.stripe.com/api/invoice-line-item."""


def make(store, invoice: dict, item: dict) -> dict:
    """What a subscription's item costs in the period that it is in."""
    price = item["price"]
    amount = price["unit_amount"] * item["quantity"]
    return store.add(
        "il",
        "line_item",
        without=("created",),
        amount=amount,
        currency=price["currency"],
        description=f"{item['quantity']} × {store.objects[price['product']]['name']}",
        discount_amounts=[],
        discountable=True,
        discounts=[],
        invoice=invoice["id"],
        metadata={},
        parent={
            "invoice_item_details": None,
            "subscription_item_details": {
                "invoice_item": None,
                "proration": False,
                "proration_details": {"credited_items": None},
                "subscription": item["subscription"],
                "subscription_item": item["id"],
            },
            "type": "subscription_item_details",
        },
        period={"start": item["current_period_start"], "end": item["current_period_end"]},
        pretax_credit_amounts=[],
        pricing={
            "price_details": {"price": price["id"], "product": price["product"]},
            "type": "price_details",
            "unit_amount_decimal": str(price["unit_amount"]),
        },
        quantity=item["quantity"],
        quantity_decimal=str(item["quantity"]),
        subscription=item["subscription"],
        subtotal=amount,
        taxes=[],
    )
