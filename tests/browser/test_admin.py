"""The package's pages of the admin: accessible by axe, with all of each table within reach."""

import pytest
from axe_playwright_python.sync_playwright import Axe

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
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
]
# Whether some of a table lies beside the screen, and can't be scrolled to.
CUT_OFF = """() => [...document.querySelectorAll("table")].some((table) => {
    const scrolls = (e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX);
    for (let e = table; e; e = e.parentElement) if (scrolls(e)) return false;
    return table.getBoundingClientRect().right > innerWidth + 1;
})"""


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_the_admin_is_accessible(admin, width, scheme):
    page = admin(width=width, color_scheme=scheme)
    page.goto("/en/petition/")
    form = page.locator("form[action*='/sign/']").first
    number = form.get_attribute("action").split("/")[-3]
    for path in [*PATHS, f"pages/{number}/delete/"]:
        assert page.goto(f"/admin/{path}").status in {200, 409}, path
        found = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == [], path
        assert not page.evaluate(CUT_OFF), path
