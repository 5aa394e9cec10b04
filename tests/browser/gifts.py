"""What donors do in the demo, in the words of the tests."""

import re

from .steps import follow

GIVE = "form[action*='/give/'] [type=submit]"
CHECKOUT = re.compile(r"/pay/cs_test_")
GIFT = re.compile(r"/campaign/gift/donation-")
#: Minor units of an amount that is offered.
ONCE, MONTHLY = "[name=amount_KZT_once][value='500000']", "[name=amount_EUR_month][value='1000']"


def fill_in(page, language, address, amount=ONCE):
    """Chooses an amount, and says who gives."""
    page.goto(f"/{language}/donate/")
    if amount == MONTHLY:
        page.check("[name=interval][value=month]", force=True)
    currency = re.search("amount_([A-Z]{3})_", amount)[1]
    page.check(f"[name=currency][value={currency}]", force=True)
    page.check(amount, force=True)
    page.fill("[name=first_name]", "Әйгерім")
    page.fill("[name=email]", address)


def pay(page, how="pay"):
    """Pays on Stripe's page: "pay" now, or "later" by a debit; ends on the page of the gift."""
    page.wait_for_url(CHECKOUT)
    page.click(f"[value={how}]")
    page.wait_for_url(GIFT)


def give(page, language, address, amount=ONCE, how="pay") -> int:
    """Gives; the number of the gift. Ends on its page."""
    fill_in(page, language, address, amount)
    page.click(GIVE)
    pay(page, how)
    return int(re.search(r"donation-(\d+)-", page.url)[1])


def raised(page, language) -> str:
    """How much the page says that there is."""
    page.goto(f"/{language}/donate/")
    return page.locator(".campaign-progress__count").first.inner_text()


def amount_in(page, label, currency) -> int:
    """What the page says of a currency behind a label ("Given back:"), in whole units; 0 for
    nothing."""
    page.goto("/en/donate/")
    for line in page.locator(".campaign-progress__paper").all_inner_texts():
        if line.startswith(label) and (found := re.search(rf"{currency}([\d,.]+)", line)):
            return int(float(found[1].replace(",", "")))
    return 0


def press(page, button):
    """Presses a button on the page of the demo's Stripe."""
    page.goto("/demo/stripe/?lang=en")
    page.get_by_role("button", name=button, exact=True).first.click()
    page.wait_for_load_state()


def confirmations(page, address) -> int:
    """How many gifts were confirmed by mail to an address."""
    page.goto(f"/demo/inbox/?to={address}")
    return page.locator(".mail__text a[href*='/campaign/gift/']").count()


def wait_until(page, true):
    """Until something that the worker or the webhook does has been done."""
    for _ in range(120):
        if true():
            return
        page.wait_for_timeout(250)
    raise AssertionError("It has not come to be within half a minute.")


def row_of(admin, number) -> str:
    """The row of a gift in the admin's list."""
    admin.goto("/admin/campaign/donations/")
    row = admin.locator(f"tr:has(a[href$='/donations/{number}/'])")
    return " ".join(row.inner_text().split())


def send(admin, path, button, **typed):
    """Fills in a form of the admin and presses its button."""
    admin.goto(path)
    for name, value in typed.items():
        admin.fill(f"main [name={name}]", value)
    follow(admin, f"main button:has-text('{button}')")
