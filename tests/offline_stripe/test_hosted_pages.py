"""The pages that a donor sees, by plain HTTP."""

import pytest
import requests


def choose(url, do, **typed):
    return requests.post(url, {"do": do, **typed}, allow_redirects=False, timeout=10)


@pytest.mark.parametrize(
    ("locale", "language", "words"),
    [("ru", "ru", "Пожертвовать"), ("en", "en", "Donate"), ("auto", "en", "Donate")],
)
def test_checkout_is_in_the_language_asked_for(sdk, order, locale, language, words):
    session = sdk.checkout.sessions.create(order(locale=locale, submit_type="donate"))
    page = requests.get(session.url, headers={"Accept-Language": "kk"}, timeout=10).text
    assert f'lang="{language}"' in page and words in page
    assert ("25,00" if language == "ru" else "25.00") in page


def test_who_pays_comes_back_with_the_session(sdk, order):
    session = sdk.checkout.sessions.create(order())
    answer = choose(session.url, "pay", email="donor@example.org")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"https://site.example/thanks/?session={session.id}"
    assert sdk.checkout.sessions.retrieve(session.id).payment_status == "paid"
    assert choose(session.url, "pay", email="donor@example.org").status_code == 200
    assert len(sdk.charges.list().data) == 1


def test_who_cancels_comes_back_and_pays_nothing(sdk, order):
    session = sdk.checkout.sessions.create(order())
    assert choose(session.url, "cancel").headers["Location"] == "https://site.example/donate/"
    assert sdk.checkout.sessions.retrieve(session.id).status == "open"


def test_a_declined_card_and_a_missing_address_are_said(sdk, order):
    session = sdk.checkout.sessions.create(order())
    assert "declined" in choose(session.url, "decline", email="donor@example.org").text
    assert "e-mail" in choose(session.url, "pay").text


def test_nothing_of_the_site_is_markup(sdk, order):
    asked = order()
    asked["line_items"][0]["price_data"]["product_data"]["name"] = "<script>alert(1)</script>"
    session = sdk.checkout.sessions.create(asked)
    assert "<script>" not in requests.get(session.url, timeout=10).text


def test_the_portal_changes_cancels_and_goes_on(offline_stripe, sdk, order):
    session = sdk.checkout.sessions.create(order(every="month"))
    offline_stripe.control.pay(session.id)
    session = sdk.checkout.sessions.retrieve(session.id)
    portal = sdk.billing_portal.sessions.create(
        {"customer": session.customer, "return_url": "https://site.example/me/", "locale": "ru"}
    )
    assert "Каждый месяц" in requests.get(portal.url, timeout=10).text
    about = {"subscription": session.subscription}
    choose(portal.url, "change", amount="4000", **about)
    choose(portal.url, "cancel plan", **about)
    subscription = sdk.subscriptions.retrieve(session.subscription)
    assert subscription["items"].data[0].price.unit_amount == 4000
    assert subscription.cancel_at_period_end
    choose(portal.url, "keep", **about)
    assert not sdk.subscriptions.retrieve(session.subscription).cancel_at_period_end
    assert choose(portal.url, "change", amount="x", **about).text.count("alert") == 2


def test_another_process_controls_it_over_http(offline_stripe, sdk, order):
    session = sdk.checkout.sessions.create(order())
    address = f"{offline_stripe.address}/control"
    paid = requests.post(f"{address}/pay/", json={"session": session.id}, timeout=10)
    assert paid.json()["payment_status"] == "paid"
    about = {"payment_intent": paid.json()["payment_intent"]}
    warned = requests.post(f"{address}/warn_of_fraud/", json=about, timeout=10)
    assert warned.json()["object"] == "radar.early_fraud_warning"
    assert requests.post(f"{address}/pay/", json={"session": "x"}, timeout=10).status_code == 404
    assert requests.post(f"{address}/server/", json={}, timeout=10).status_code == 404
