"""What becomes of a gift in the demo: it is confirmed, comes again, goes back, ends, and is found
where no webhook told of it."""

from .gifts import (
    MONTHLY,
    amount_in,
    confirmations,
    give,
    press,
    raised,
    row_of,
    send,
    wait_until,
)
from .steps import SCRIPT, check, check_in_both_schemes, follow, mailed_link, new_address


@SCRIPT
def test_once_in_kazakh_and_each_month_in_english(visit, admin, script):
    page, editor = visit(script=script, pays=True), admin(width=1280)
    for language, amount, said, listed in [
        ("kk", "[name=amount_KZT_once][value='500000']", "5 000 ₸", "₸5,000, test Once Kazakh"),
        ("en", MONTHLY, "You give €10 each month.", "€10, test Each month English"),
    ]:
        address, before = new_address(), raised(page, language)
        number = give(page, language, address, amount)
        assert said in page.locator("main").inner_text().replace("\u00a0", " ")
        assert confirmations(page, address) == 1
        assert raised(page, language) != before
        row = row_of(editor, number)
        assert f"{number} {listed}" in row and "paid" in row.lower()


def test_a_month_later_it_comes_again_and_is_confirmed_again(visit, admin):
    page, address = visit(pays=True), new_address()
    give(page, "en", address, MONTHLY)
    before = raised(page, "en")
    press(page, "A month on")
    wait_until(page, lambda: confirmations(page, address) == 2)
    assert raised(page, "en") != before
    editor = admin(width=1280)
    editor.goto("/admin/campaign/recurring/?people=1")
    follow(editor, f"tr:has-text('{address}') a[href*='/campaign/recurring/']")
    gifts = editor.locator("main tr:has(a[href*='/campaign/donations/'])").all_inner_texts()
    assert len(gifts) == 2 and all("€10" in text and "Paid" in text for text in gifts)


def test_half_of_it_is_given_back_and_stands_apart(visit, admin):
    page = visit(pays=True)
    number = give(page, "en", new_address())
    gift = page.url
    returned = amount_in(page, "Given back:", "₸")
    editor = admin(width=1280)
    send(
        editor,
        f"/admin/campaign/donations/{number}/refund/",
        "Give it back",
        amount="2500",
        reason="Half by mistake",
    )
    assert "₸2,500 will be given back." in editor.locator("main").inner_text()
    assert "₸5,000 (−\u2060₸2,500), test" in row_of(editor, number)
    wait_until(page, lambda: amount_in(page, "Given back:", "₸") == returned + 2500)
    page.goto(gift)
    assert "Of that ₸2,500 was given back to you." in page.locator("main").inner_text()
    check_in_both_schemes(page)
    page.goto(f"{gift.partition('?')[0]}print/")
    assert "₸2,500" in page.locator("tr:has-text('Given back since')").inner_text()


@SCRIPT
def test_a_donor_ends_it_by_the_link_in_a_mail(visit, script):
    page, address = visit(script=script, pays=True), new_address()
    give(page, "en", address, MONTHLY)
    page.goto("/campaign/me/?language=en")
    page.fill("[name=email]", address)
    follow(page, "main form [type=submit]")
    page.goto(mailed_link(page, address, "me"))
    follow(page, "main form [type=submit]")
    follow(page, "a[href$='/end/']")
    page.check("[name=reason][value=money]")
    follow(page, "main form [type=submit]")
    said = page.locator("main").inner_text()
    assert "Nothing more will be taken." in said and "It ends: nothing more is taken." in said
    press(page, "A month on")
    wait_until(page, lambda: "It has ended" in page.locator("main").inner_text())
    assert confirmations(page, address) == 1


def test_what_no_webhook_told_of_is_found_by_asking(visit, admin):
    page, editor = visit(pays=True), admin(width=1280)
    press(page, "Hold them back from now on")
    try:
        number = give(page, "en", new_address(), how="later")
        gift = page.url
        assert "Your gift is on its way" in page.locator("main").inner_text()
        under_way, before = amount_in(page, "On its way:", "₸"), raised(page, "en")
        assert under_way >= 5000
        press(page, "It arrives")
        press(page, "Lose them")
        assert amount_in(page, "On its way:", "₸") == under_way
        assert "processing" in row_of(editor, number).lower()
        send(editor, "/admin/campaign/donations/stripe/", "Ask Stripe")
        mended = editor.locator(f"tr:has-text('Donation no. {number}')").inner_text()
        assert "Processing" in mended and "Paid" in mended
        check(editor, colours=False)
    finally:
        page.goto("/demo/stripe/?lang=en")
        if page.get_by_role("button", name="Deliver them, and go on").count():
            press(page, "Deliver them, and go on")
    assert raised(page, "en") != before
    assert amount_in(page, "On its way:", "₸") == under_way - 5000
    assert "paid" in row_of(editor, number).lower()
    page.goto(gift)
    assert "Your gift has come" in page.locator("main").inner_text()
