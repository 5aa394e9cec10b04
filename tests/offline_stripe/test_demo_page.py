"""The page of the demo on which a visitor plays bank and time (``example_project/demo_stripe``)."""

import re
from pathlib import Path

import pytest

from example_project.demo_stripe import views
from wagtail_campaign.offline_stripe.server import KEY

# As the clock goes on, gifts that wait grow older.
pytestmark = pytest.mark.django_db

TEMPLATES = Path(views.__file__).parents[1]
COMPLETED = "checkout.session.completed"


@pytest.fixture
def demo(settings, offline_stripe):
    """The settings of the demo, and where it has its templates."""
    settings.WAGTAIL_CAMPAIGN_STRIPE_SECRET_KEY = KEY
    settings.WAGTAIL_CAMPAIGN_STRIPE_ADDRESS = offline_stripe.address
    [engine] = settings.TEMPLATES
    folders = [
        TEMPLATES / app / "templates" for app in ("demo_inbox", "demo_stripe", "site_content")
    ]
    library = "example_project.demo_inbox.templatetags.demo_inbox"
    options = {**engine["OPTIONS"], "libraries": {"demo_inbox": library}}
    settings.TEMPLATES = [{**engine, "DIRS": folders, "OPTIONS": options}]


@pytest.fixture
def read(demo, rf):
    """What the page says."""
    return lambda language="en": views.account(rf.get("/", {"lang": language})).content.decode()


@pytest.fixture
def press(demo, rf, read):
    """Presses a button of the page by its label; what the page says then."""

    def press(label):
        found = re.search(rf'name="do" value="([^"]+)"[^>]*>{label}<', read())
        assert found, f"There is no button {label!r}."
        answer = views.account(rf.post("/?lang=en", {"do": found[1]}))
        assert answer.status_code == 302 and answer["Location"] == "/?lang=en"
        return read()

    return press


@pytest.fixture
def begun(sdk, order):
    """``begun(every="month")``: somebody is on the payment page: its id."""
    return lambda **wanted: sdk.checkout.sessions.create(order(**wanted)).id


def test_a_debit_arrives_is_refunded_and_the_refund_fails(offline_stripe, begun, read, press):
    session = begun()
    assert "Not paid yet" in read() and f"/pay/{session}" in read()
    offline_stripe.control.pay(session, delayed=True)
    assert "Under way" in read()
    assert "It is paid" in press("It arrives")
    assert "Refunded: €25.00" in press("Refund it")
    assert "A refund has failed" in press("The refund fails")


def test_a_debit_fails(offline_stripe, begun, press):
    offline_stripe.control.pay(begun(), delayed=True)
    said = press("It fails")
    assert "The debit has failed" in said and "The bank has refused it" in said


@pytest.mark.parametrize("end", ["won", "lost"])
def test_a_dispute_ends(offline_stripe, begun, press, end):
    offline_stripe.control.pay(begun())
    assert "Disputed" in press("The donor disputes it")
    assert f"Dispute {end}" in press(f"The dispute is {end}")


def test_what_recurs_fails_and_comes_back(offline_stripe, begun, press):
    offline_stripe.control.pay(begun(every="month"))
    assert "The card is declined<" in press("The card is declined from now on")
    assert "The last payment has failed" in press("A month on")
    press("The card is good again")
    for _day in range(3):
        said = press("A day on")
    assert "The last payment has failed" not in said


def test_what_was_cancelled_says_when_it_ends_and_that_it_has(offline_stripe, sdk, begun, read):
    session = begun(every="month")
    offline_stripe.control.pay(session)
    subscription = sdk.checkout.sessions.retrieve(session).subscription
    sdk.subscriptions.update(subscription, {"cancel_at_period_end": True})
    assert "Ends on" in read()
    sdk.subscriptions.cancel(subscription)
    assert "It has ended" in read()


def test_a_payment_page_expires(begun, press):
    begun()
    press("A day on")
    assert "Expired" in press("A day on")


def test_events_are_held_back_delivered_and_lost(offline_stripe, begun, read, press, heard):
    assert "The site is told of every event" in read()
    press("Hold them back from now on")
    offline_stripe.control.pay(begun())
    assert "held back: the site has not heard" in read() and heard == []
    assert "· delivered" in press("Deliver them, and go on") and COMPLETED in heard
    press("Hold them back from now on")
    offline_stripe.control.pay(begun())
    heard.clear()
    assert "0 events are held back" in press("Lose them")
    assert "· not delivered" in press("Deliver them, and go on") and heard == []


def test_without_an_address_of_the_site_it_says_so(read):
    assert "The site has no address for events" in read()


@pytest.mark.parametrize(
    ("do", "said"),
    [
        ("settle cs_test_none", "No such session"),
        ("refund pi_none", "No such payment"),
        ("resume", "There is no address"),
        ("nonsense", "There is no such button"),
        ("", "There is no such button"),
    ],
)
def test_what_cannot_be_done_is_said(demo, rf, do, said):
    answer = views.account(rf.post("/", {"do": do}))
    assert answer.status_code == 400 and said in answer.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_it_says_when_no_offline_stripe_is_running(demo, rf, settings, method):
    settings.WAGTAIL_CAMPAIGN_STRIPE_ADDRESS = "http://127.0.0.1:9"
    answer = views.account(getattr(rf, method)("/", {"do": "day"}))
    assert answer.status_code == 503 and "is not running" in answer.content.decode()


@pytest.mark.parametrize(("language", "written"), [("ru", "25,00"), ("kk", "25,00")])
def test_it_speaks_the_language_asked_for(begun, read, language, written):
    begun()
    said = read(language)
    assert f'<html lang="{language}">' in said and written in said
