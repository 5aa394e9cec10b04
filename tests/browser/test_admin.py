"""The package's pages of the admin: accessible by axe, with all of each table within reach."""

import pytest

from .steps import COLOURS, follow, violations

# Colours are looked at by themselves, see ``check_colours``.
WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"color-contrast": {"enabled": False}},
    "resultTypes": ["violations"],
}
PATHS = [
    "",
    "campaign/petitions/",
    "campaign/petitions/1/?state=archived",
    "campaign/signatures/",
    "campaign/signatures/?people=1",
    "campaign/signatures/?country=ZW",
    "campaign/signatures/find/",
    "campaign/signatures/1/",
    "campaign/signatures/invalidate/?id=1",
    "campaign/signatures/restore/?id=1",
    "campaign/signatures/erase/?id=1",
    "campaign/outbox/",
    "campaign/signatures/?petition=1",
    "campaign/petitions/1/bulk/",
    "campaign/petitions/1/bulk/rule/",
    "campaign/petitions/1/bulk/all/?verb=erase&country=KZ",
    "campaign/petitions/1/bulk/all/?verb=restore",
    "campaign/petitions/1/numbers/",
    "campaign/petitions/2/numbers/",
    "campaign/petitions/2/paper/",
    "campaign/petitions/1/paper/enter/",
    "campaign/petitions/2/paper/1/",
    "campaign/petitions/2/paper/1/remove/",
    "campaign/petitions/2/outcomes/",
    "campaign/petitions/1/outcomes/declare/?kind=won",
    "campaign/petitions/2/outcomes/1/",
    "campaign/petitions/2/outcomes/1/take-back/",
    "campaign/broadcasts/",
    "campaign/broadcasts/petitions.outcome/1/",
    "campaign/urgent-actions/",
    "campaign/urgent-actions/1/",
    "campaign/urgent-actions/1/letters/",
    "campaign/urgent-actions/1/letters/add/",
    "campaign/urgent-actions/1/letters/1/preview/",
    "campaign/letters/",
    "campaign/letters/?people=1",
    "campaign/letters/find/",
    "campaign/letters/1/",
    "campaign/letters/decline/?id=1",
    "campaign/letters/numbers/1/",
    "campaign/letters/bundle/2/",
    "campaign/sponsor-lists/",
    "campaign/sponsor-lists/1/",
    "campaign/sponsor-lists/1/numbers/",
    "campaign/sponsor-lists/1/enter/?kind=organisation",
    "campaign/sponsor-lists/1/import/",
    "campaign/sponsors/?sponsor_list=1",
    "campaign/sponsors/?people=1&needs_review=true",
    "campaign/sponsors/1/",
    "campaign/sponsors/1/change/",
    "campaign/sponsors/decline/?id=1",
    "campaign/sponsors/verify/?id=1&id=2",
    "campaign/persons/",
    "campaign/persons/edit/1/",
    "campaign/targets/",
    "campaign/targets/new/",
    "campaign/embassies/",
    "campaign/embassies/edit/1/",
    "campaign/contacts/",
    "campaign/contacts/import/",
    "campaign/funds/",
    "campaign/funds/report/",
    "campaign/funds/report/?fund={fund}&currency=KZT",
    "campaign/funds/{fund}/",
    "campaign/funds/{fund}/gifts/enter/",
    "campaign/funds/{fund}/gifts/import/",
    "campaign/donations/",
    "campaign/donations/?people=1&way=stripe",
    "campaign/donations/?state=failed&currency=KZT&interval=once&money=test",
    "campaign/donations/?currency=AED",
    "campaign/donations/find/",
    "campaign/donations/stripe/",
    "campaign/donations/{gift}/",
    "campaign/donations/{odd}/",
    "campaign/donations/{waiting}/",
    "campaign/donations/{offline}/",
    "campaign/donations/{gift}/refund/",
    "campaign/donations/{disputed}/refund/",
    "campaign/donations/{waiting}/refund/",
    "campaign/donations/{processing}/look-again/",
    "campaign/donations/{offline}/take-out/",
    "campaign/donations/{gift}/hide/",
    "campaign/recurring/",
    "campaign/recurring/?people=1",
    "campaign/recurring/?state=ended",
    "campaign/recurring/{recurring}/",
    "campaign/recurring/{recurring}/pause/",
    "campaign/recurring/{recurring}/end/",
    "campaign/recurring/{recurring}/go-on/",
    "campaign/recurring/{paused}/",
    "campaign/recurring/{paused}/go-on/",
    "campaign/webhooks/",
    "campaign/webhooks/add/",
    "campaign/webhooks/1/",
    "campaign/webhooks/1/change/",
    "campaign/webhooks/1/secret/",
    "campaign/webhooks/1/again/",
    "campaign/webhooks/1/deliveries/",
]
# Its menu is the same on every page, and takes axe half of its time: it is looked at once.
WAGTAILS_OWN = ["#wagtail-sidebar"]
# Rows that differ from one above them in nothing but their words: they have its colours, which took
# axe most of the time that is left.
ALIKE = ["[data-alike]"]
MARK_ALIKE = """() => document.querySelectorAll("tbody").forEach((body) => {
    const words = ["href", "id", "value", "title", "aria-label", "datetime"];
    const said = ({ name, value }) =>
        name + (words.includes(name) ? !value : value.replace(/\\d+/g, 0));
    const look = (e) => [e.tagName, ...[...e.attributes].map(said), !e.textContent.trim()].join();
    const seen = new Set();
    for (const row of body.rows) {
        row.removeAttribute("data-alike");
        const looks = [row, ...row.querySelectorAll("*")].map(look).join(" ");
        row.toggleAttribute("data-alike", seen.has(looks));
        seen.add(looks);
    }
})"""
# What fades in is there at once: half there, nothing has the contrast that it will have.
FADE_IN = """() => document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().iterations !== Infinity)
    .forEach((one) => one.finish())"""
# Whether some of a table lies beside the screen, and can't be scrolled to.
CUT_OFF = """() => [...document.querySelectorAll("table")].some((table) => {
    const scrolls = (e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX);
    for (let e = table; e; e = e.parentElement) if (scrolls(e)) return false;
    return table.getBoundingClientRect().right > innerWidth + 1;
})"""


def test_the_admin_is_accessible(admin, gifts):
    """By day, by night, and on a phone, where the colours are the same."""
    page = admin(width=1280, color_scheme="light")
    page.goto("/en/petition/")
    form = page.locator("form[action*='/sign/']").first
    number = form.get_attribute("action").split("/")[-3]
    for path in [*PATHS, f"pages/{number}/delete/"]:
        path = path.format(**gifts)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.set_viewport_size({"width": 1280, "height": 800})
        assert page.goto(f"/admin/{path}").status in {200, 409}, path
        check(page)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        check_colours(page)
        page.set_viewport_size({"width": 390, "height": 800})
        check(page, colours=False)


def check(page, colours=True):
    """No violation that axe can see, and no table beyond reach."""
    page.evaluate(FADE_IN)
    assert violations(page, WCAG, {"exclude": left_out(page)}) == [], page.url
    if colours:
        check_colours(page)
    assert not page.evaluate(CUT_OFF), page.url


def check_colours(page):
    """No contrast that is too low."""
    page.evaluate(FADE_IN)
    page.evaluate(MARK_ALIKE)
    assert violations(page, COLOURS, {"exclude": [ALIKE, *left_out(page)]}) == [], page.url


def left_out(page) -> list:
    """What of a page axe doesn't look at: see ``WAGTAILS_OWN``."""
    return [WAGTAILS_OWN] if "/campaign/" in page.url else []


@pytest.mark.parametrize("width", [1280, 390])
def test_what_the_admin_answers_about_gifts_is_accessible(admin, gifts, width, tmp_path):
    """Slips in forms, what was found, what a file would do, what Stripe was asked."""
    page = admin(width=width)

    def send(path, button, **typed):
        page.goto(f"/admin/campaign/{path}".format(**gifts))
        for name, value in typed.items():
            page.fill(f"main [name={name}]", value)
        follow(page, f"main button:has-text('{button}')")
        check(page)

    send("donations/{gift}/refund/", "Give it back", amount="5 мың", reason="")
    send("funds/{fund}/gifts/enter/", "Count this gift", amount="0", on="2199-01-01")
    send("donations/find/", "Find", person="gift@example.org")
    send("donations/find/", "Find", person="999999999")
    send("donations/find/", "Find", person="nothing")
    send("donations/stripe/", "Ask Stripe")
    send("recurring/{recurring}/pause/", "Pause it")
    for rows in ("2026-01-02;5000;KZT;Серік;yes", "x;y;z;;maybe"):
        file = tmp_path / "gifts.csv"
        file.write_text(f"date;amount;currency;first_name;public\n{rows}\n")
        page.goto(f"/admin/campaign/funds/{gifts['fund']}/gifts/import/")
        page.set_input_files("main [name=file]", file)
        follow(page, "main button:has-text('See what would change')")
        assert page.locator("main table tbody tr").count()
        check(page)
    page.goto(f"/admin/campaign/funds/{gifts['fund']}/")
    page.fill("[name=currencies-0-maximum]", "99999999")
    page.fill("[name=currencies-0-once]", "x")
    follow(page, "main button:has-text('Save')")
    check(page)
