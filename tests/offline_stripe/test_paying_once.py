"""A payment from Checkout to the balance, by the SDK."""

import pytest
import stripe

EXPANDED = {"expand": ["payment_intent.latest_charge.balance_transaction", "line_items"]}


def test_a_paid_session_has_a_charge_with_its_fee(offline_stripe, sdk, order):
    session = sdk.checkout.sessions.create(order())
    assert (session.status, session.payment_status) == ("open", "unpaid")
    offline_stripe.control.pay(session.id, email="donor@example.org")
    session = sdk.checkout.sessions.retrieve(session.id, EXPANDED)
    assert (session.status, session.payment_status) == ("complete", "paid")
    moved = session.payment_intent.latest_charge.balance_transaction
    assert (moved.amount, moved.fee, moved.net) == (2500, 62, 2438)
    assert session.line_items.data[0].amount_total == 2500
    assert session.customer is None and session.customer_details.email == "donor@example.org"


def test_metadata_of_the_session_is_not_that_of_the_payment(offline_stripe, sdk, order):
    data = {"metadata": {"donation": "payment"}, "description": "Gift"}
    asked = order(metadata={"donation": "session"}, payment_intent_data=data)
    session = sdk.checkout.sessions.create(asked)
    offline_stripe.control.pay(session.id)
    session = sdk.checkout.sessions.retrieve(session.id, {"expand": ["payment_intent"]})
    assert session.metadata["donation"] == "session"
    assert session.payment_intent.metadata["donation"] == "payment"
    assert session.payment_intent.description == "Gift"


def test_what_a_site_notes_is_kept_beside_the_payment(offline_stripe, sdk, order):
    session = sdk.checkout.sessions.create(order())
    intent = offline_stripe.control.pay(session.id)["payment_intent"]
    refund = sdk.refunds.create({"payment_intent": intent, "metadata": {"by": "staff"}})
    sdk.refunds.update(refund.id, {"metadata": {"why": "twice"}})
    assert sdk.refunds.retrieve(refund.id).metadata.to_dict() == {"by": "staff", "why": "twice"}
    sdk.payment_intents.update(intent, {"metadata": {"donation": "7", "group": "12"}})
    kept = sdk.payment_intents.update(intent, {"metadata": {"group": ""}}).metadata
    assert kept.to_dict() == {"donation": "7"}


def test_the_names_of_metadata_are_the_sites_own(offline_stripe, sdk, order):
    asked = order(metadata={"_donation": "7"})
    asked["line_items"][0]["metadata"] = {"_blanket": "1"}
    session = sdk.checkout.sessions.create(asked)
    offline_stripe.control.pay(session.id)
    session = sdk.checkout.sessions.retrieve(session.id, {"expand": ["line_items"]})
    assert session.metadata.to_dict() == {"_donation": "7"}
    assert session.line_items.data[0].metadata.to_dict() == {"_blanket": "1"}
    told = offline_stripe.control.events()[-1]["data"]["object"]
    assert told["metadata"] == {"_donation": "7"} and "_lines" not in told


def test_a_price_can_be_made_beforehand(offline_stripe, sdk, order):
    product = sdk.products.create({"name": "A blanket"})
    price = {"product": product.id, "currency": "eur", "unit_amount": 1500}
    price = sdk.prices.create(price)
    asked = order() | {"line_items": [{"price": price.id, "quantity": 2}]}
    session = sdk.checkout.sessions.create(asked)
    [line] = sdk.checkout.sessions.line_items.list(session.id).data
    assert (line.description, line.amount_total) == ("A blanket", 3000)
    assert sdk.products.retrieve(line.price.product).id == product.id


def test_lines_are_listed_a_page_at_a_time(sdk, order):
    session = sdk.checkout.sessions.create(order() | {"line_items": order()["line_items"] * 3})
    listed = sdk.checkout.sessions.line_items.list(session.id, {"limit": 2})
    assert (len(listed.data), listed.has_more) == (2, True)
    assert len(list(listed.auto_paging_iter())) == 3


@pytest.mark.parametrize(("verb", "status"), [("settle", "paid"), ("bounce", "unpaid")])
def test_a_delayed_method_is_unpaid_until_it_is_decided(offline_stripe, sdk, order, verb, status):
    session = sdk.checkout.sessions.create(order())
    offline_stripe.control.pay(session.id, delayed=True)
    session = sdk.checkout.sessions.retrieve(
        session.id, {"expand": ["payment_intent.payment_method"]}
    )
    assert (session.status, session.payment_status) == ("complete", "unpaid")
    assert session.payment_intent.status == "processing"
    assert session.payment_intent.payment_method.type == "sepa_debit"
    getattr(offline_stripe.control, verb)(session.id)
    assert sdk.checkout.sessions.retrieve(session.id).payment_status == status


def test_a_declined_card_leaves_the_session_open(offline_stripe, sdk, order):
    session = sdk.checkout.sessions.create(order())
    offline_stripe.control.decline(session.id)
    offline_stripe.control.pay(session.id)
    session = sdk.checkout.sessions.retrieve(session.id)
    charges = sdk.charges.list({"payment_intent": session.payment_intent}).data
    assert [charge.status for charge in charges] == ["succeeded", "failed"]


def test_a_session_expires_by_itself_and_by_request(offline_stripe, sdk, order):
    first, second = (sdk.checkout.sessions.create(order()) for _ in range(2))
    assert sdk.checkout.sessions.expire(first.id).status == "expired"
    offline_stripe.control.forward(hours=25)
    assert sdk.checkout.sessions.retrieve(second.id).status == "expired"
    with pytest.raises(stripe.InvalidRequestError, match="expired"):
        sdk.checkout.sessions.expire(second.id)


def test_a_refund_that_fails_later_is_money_again(offline_stripe, sdk, order):
    session = sdk.checkout.sessions.create(order())
    offline_stripe.control.pay(session.id)
    intent = sdk.checkout.sessions.retrieve(session.id).payment_intent
    refund = sdk.refunds.create({"payment_intent": intent})
    offline_stripe.control.fail_refund(refund.id)
    refund = sdk.refunds.retrieve(refund.id, {"expand": ["charge"]})
    assert (refund.status, refund.failure_reason) == ("failed", "expired_or_canceled_card")
    assert refund.charge.amount_refunded == 0 and not refund.charge.refunded


@pytest.mark.parametrize(("won", "moves"), [(True, [2500, -2500]), (False, [-2500])])
def test_a_dispute_takes_the_money_and_may_give_it_back(offline_stripe, sdk, order, won, moves):
    session = sdk.checkout.sessions.create(order())
    offline_stripe.control.pay(session.id)
    intent = sdk.checkout.sessions.retrieve(session.id).payment_intent
    opened = offline_stripe.control.dispute(intent)
    offline_stripe.control.close_dispute(opened["id"], won=won)
    [dispute] = sdk.disputes.list({"payment_intent": intent}).data
    assert dispute.status == ("won" if won else "lost")
    moved = sdk.balance_transactions.list({"source": dispute.id}).data
    assert [transaction.amount for transaction in moved] == moves


def test_evidence_is_kept_until_it_is_submitted(offline_stripe, sdk, order):
    session = sdk.checkout.sessions.create(order())
    intent = offline_stripe.control.pay(session.id)["payment_intent"]
    id = offline_stripe.control.dispute(intent)["id"]
    with pytest.raises(stripe.InvalidRequestError):
        sdk.disputes.update(id, {"submit": True})
    evidence = {"uncategorized_text": "winning_evidence"}
    kept = sdk.disputes.update(id, {"evidence": evidence, "submit": False})
    assert kept.status == "needs_response" and kept.evidence_details.has_evidence
    assert sdk.disputes.update(id, {"submit": True}).status == "won"


def test_a_warning_of_fraud_is_there_until_the_gift_is_given_back(offline_stripe, sdk, order):
    session = sdk.checkout.sessions.create(order())
    offline_stripe.control.pay(session.id)
    intent = sdk.checkout.sessions.retrieve(session.id).payment_intent
    warned = offline_stripe.control.warn_of_fraud(intent, fraud_type="made_with_stolen_card")
    [warning] = sdk.radar.early_fraud_warnings.list({"payment_intent": intent}).data
    assert (warning.id, warning.actionable) == (warned["id"], True)
    sdk.refunds.create({"payment_intent": intent})
    warning = sdk.radar.early_fraud_warnings.retrieve(warning.id, {"expand": ["charge"]})
    assert not warning.actionable and warning.charge.refunded
    told = [event["type"] for event in offline_stripe.control.events()]
    assert [type for type in told if type.startswith("radar.")] == [
        "radar.early_fraud_warning.created",
        "radar.early_fraud_warning.updated",
    ]
