"""What the offline Stripe hosts: there a donor pays, and changes or cancels what recurs."""

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.offline_stripe.conftest import order  # noqa: F401
from wagtail_campaign.offline_stripe.server import Server

from .steps import check, check_in_both_schemes, follow

DONOR = "donor@example.org"


@pytest.fixture(scope="module")
def stripe():
    with Server() as server:
        yield server


@pytest.fixture(scope="module")
def back():
    """The site that a donor comes back to: its address."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_arguments):
            pass

    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{site.server_port}"
    site.shutdown()
    site.server_close()


@pytest.fixture
def open_page(chromium):
    """Opens a browser for one donor: ``open_page(width=320, locale="kk")`` gives its page."""
    contexts = []

    def open_page(width=390, script=True, **options):
        viewport = {"width": width, "height": 844}
        context = chromium.new_context(viewport=viewport, java_script_enabled=script, **options)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def begin(stripe, order, back):  # noqa: F811
    """``begin(locale="ru")``: a donor is sent to Checkout: its session."""

    def begin(**asked):
        asked = {"success_url": f"{back}/thanks/", "cancel_url": f"{back}/donate/", **asked}
        return stripe.client().v1.checkout.sessions.create(order(**asked))

    return begin


@pytest.fixture
def portal(stripe, begin, back):
    """The address of the Portal for a donor who gives every month."""
    session = begin(every="month")
    stripe.control.pay(session.id, email=DONOR)
    sdk = stripe.client().v1
    customer = sdk.checkout.sessions.retrieve(session.id).customer
    asked = {"customer": customer, "return_url": f"{back}/me/", "locale": "ru"}
    return sdk.billing_portal.sessions.create(asked).url


# What a session is asked for, in a browser of which language: Stripe has no Kazakh.
LANGUAGES = [("en", "kk", "en"), ("ru", "en", "ru"), ("auto", "ru", "ru"), ("auto", "kk", "en")]


@pytest.mark.parametrize(("locale", "reader", "language"), LANGUAGES)
def test_checkout_is_accessible_in_the_languages_that_stripe_has(
    open_page, begin, locale, reader, language
):
    is_small = locale != "auto"
    page = open_page(width=320 if is_small else 1280, locale=reader)
    custom = {"submit": {"message": "Әділдік қоры"}}
    page.goto(begin(locale=locale, submit_type="donate", custom_text=custom).url)
    assert page.locator("html").get_attribute("lang") == language
    donate = {"en": "Donate", "ru": "Пожертвовать"}[language]
    assert page.get_by_role("button", name=donate, exact=True).is_visible()
    assert page.get_by_text("Әділдік қоры").is_visible()
    if is_small:
        check_in_both_schemes(page, colours=True)
        page.fill("[name=email]", DONOR)
        page.click("[value=decline]")
        page.locator("[role=alert]").wait_for()
        check(page, colours=True)


@pytest.mark.parametrize(
    ("do", "status", "payment"),
    [("pay", "complete", "paid"), ("later", "complete", "unpaid"), ("cancel", "open", "unpaid")],
)
@pytest.mark.parametrize("locale", ["en", "ru"])
def test_a_donor_without_script_comes_back_to_the_site(
    open_page, stripe, begin, locale, do, status, payment
):
    session, page = begin(locale=locale), open_page(script=False)
    page.goto(session.url)
    page.fill("[name=email]", DONOR)
    page.click(f"[value={do}]")
    page.wait_for_url("**/donate/" if do == "cancel" else "**/thanks/")
    session = stripe.client().v1.checkout.sessions.retrieve(session.id)
    assert (session.status, session.payment_status) == (status, payment)


@pytest.mark.parametrize("locale", ["en", "ru"])
def test_a_declined_donor_tries_again(open_page, stripe, begin, locale):
    session, page = begin(locale=locale), open_page(script=False)
    page.goto(session.url)
    follow(page, "[value=pay]")
    assert page.locator("[role=alert]").is_visible()
    page.fill("[name=email]", DONOR)
    follow(page, "[value=decline]")
    assert page.locator("[role=alert]").is_visible()
    page.click("[value=pay]")
    page.wait_for_url("**/thanks/")
    page.goto(session.url)
    assert page.locator("form").count() == 0


def test_the_portal_is_accessible(open_page, portal):
    page = open_page(width=320)
    page.goto(portal)
    check_in_both_schemes(page, colours=True)
    page.fill("[name=amount]", "much")
    page.click("[value=change]")
    page.locator("[role=alert]").wait_for()
    check(page, colours=True)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.click("[value='cancel plan']")
    page.locator("[value=keep]").wait_for()
    check(page, colours=True)


def test_a_donor_without_script_changes_and_cancels_what_recurs(open_page, portal):
    page = open_page(script=False)
    page.goto(portal)
    page.fill("[name=amount]", "4000")
    follow(page, "[value=change]")
    assert re.search(r"40,00\s€", page.locator(".total").inner_text())
    follow(page, "[value='cancel plan']")
    follow(page, "[value=keep]")
    follow(page, "[value='cancel plan']")
    assert page.locator("[value=keep]").is_visible()
    page.click("main a")
    page.wait_for_url("**/me/")
