"""What visitors of the demo site do, in the words of the tests."""

import itertools
import os
import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT

LANGUAGES = ["en", "ru", "kk"]
# Whether the browser runs scripts.
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
# Without script the fragment that the form was sent with stays behind it.
CHECK_YOUR_MAIL = re.compile(r"/check-your-mail/(\?sent)?(#|$)")
_numbers = itertools.count(1)
# The one rule of WCAG 2.2 AA that axe leaves out unless it is asked. To tell what is right beside
# what is wrong takes axe as long again.
RULES = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
# What the colour scheme can change.
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
AXE = """([leftOut, options]) => axe.run(leftOut ?? document, options).then(({violations}) =>
    violations.map(({id, help, nodes}) => [id, help, nodes.map((node) => node.html)]))"""
# What is named as a label or a description, and isn't there.
DANGLING = """() => ["aria-describedby", "aria-labelledby", "for"].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].flatMap((e) => e.getAttribute(name).split(" "))
  ).filter((id) => !document.getElementById(id))"""


def readers(test):
    """Mark: in each language, with scripts and without."""
    return SCRIPT(pytest.mark.parametrize("language", LANGUAGES)(test))


def violations(page, options, left_out=None):
    """What axe finds, as [rule, what it says, the elements]. A page is given axe once: that is half
    a megabyte, on its way for longer than axe then looks at a short page."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(AXE, [left_out, options])


def check(page, colours=None):
    """No violation of WCAG 2.2 AA that axe can see, and ``check_it_fits``. ``colours``: whether to
    look at them, which takes axe most of its time; they are those of the English page, where there
    is one."""
    colours = is_english(page) if colours is None else colours
    rules = RULES["rules"] | {"color-contrast": {"enabled": colours}}
    assert violations(page, RULES | {"rules": rules}) == [], page.url
    check_it_fits(page)


def check_it_fits(page):
    """No label that leads nowhere, and nothing to scroll sideways for."""
    assert page.evaluate(DANGLING) == [], page.url
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) <= 0, page.url


def is_english(page) -> bool:
    """Whether the page is in English, or in no language of the site."""
    return page.locator("html").get_attribute("lang") not in {"ru", "kk"}


def check_in_both_schemes(page, colours=None):
    """``check`` by day, and the colours by night too. Colours fade into one another when the scheme
    changes, unless motion isn't wanted."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    colours = is_english(page) if colours is None else colours
    check(page, colours)
    if not colours:
        return
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert violations(page, COLOURS) == [], page.url


def follow(page, selector):
    """Clicks on what leads to another page, and waits until all of that page is there: the click
    itself waits for its first bytes only."""
    page.click(selector)
    page.wait_for_load_state()


def wait_until(page, expression):
    """Waits until an expression of JavaScript holds. Playwright's own wait has the page evaluate
    it, which the site's Content-Security-Policy rightly refuses."""
    for _ in range(120):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(250)
    raise AssertionError(f"It never came to hold: {expression}")


def new_address() -> str:
    """An address that nobody used before."""
    return f"visitor{next(_numbers)}.{os.getpid()}@example.org"


def fill(page, address, last_name="Сәрсенова"):
    page.fill("[name=first_name]", "Әйгерім")
    page.fill("[name=last_name]", last_name)
    page.fill("[name=email]", address)
    page.select_option("[name=country]", "KZ")


def sign(page, language, address, **values):
    """Signs the petition of the demo; ends on "check your mail"."""
    page.goto(f"/{language}/petition/")
    fill(page, address, **values)
    page.check("[name=display][value=full]")
    page.click("form[action*='/sign/'] [type=submit]")
    page.wait_for_url(CHECK_YOUR_MAIL)


def mailed_link(page, address, purpose) -> str:
    """The path of the link for a purpose ("confirm", "disown", "me") in the newest mail with one.

    It waits: the links into "my actions" are mailed by ``campaign_work``, a moment later.
    """
    for _ in range(120):
        page.goto(f"/demo/inbox/?to={address}")
        for link in page.locator(".mail__text a").all():
            # Names of domains are links there, too, with nothing behind them.
            path = "/" + "/".join(link.get_attribute("href").split("/")[3:])
            if path.startswith(f"/campaign/{purpose}/") and "-" in path:
                return path
        page.wait_for_timeout(250)
    raise AssertionError(f"No link to {purpose} was mailed to {address}.")


def count_on(page, language) -> int:
    """The number of signatures that the page shows."""
    page.goto(f"/{language}/petition/")
    words = page.locator(".campaign-progress").first.inner_text()
    return int("".join(c for c in words.split("\n")[0] if c.isdigit()))
