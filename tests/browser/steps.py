"""What visitors of the demo site do, in the words of the tests."""

import itertools
import os
import re

from axe_playwright_python.sync_playwright import Axe

LANGUAGES = ["en", "ru", "kk"]
# Without script the fragment that the form was sent with stays behind it.
CHECK_YOUR_MAIL = re.compile(r"/check-your-mail/(#|$)")
_numbers = itertools.count(1)
# The one rule of WCAG 2.2 AA that axe leaves out unless it is asked.
RULES = {"rules": {"target-size": {"enabled": True}}}
# What is named as a label or a description, and isn't there.
DANGLING = """() => ["aria-describedby", "aria-labelledby", "for"].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].flatMap((e) => e.getAttribute(name).split(" "))
  ).filter((id) => !document.getElementById(id))"""


def check(page):
    """No violation of WCAG 2.2 AA that axe can see, no label that leads nowhere, and nothing to
    scroll sideways for."""
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate(DANGLING) == [], page.url
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) <= 0, page.url


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
            path = "/" + link.get_attribute("href").split("/", 3)[3]
            if path.startswith(f"/campaign/{purpose}/") and "-" in path:
                return path
        page.wait_for_timeout(250)
    raise AssertionError(f"No link to {purpose} was mailed to {address}.")


def count_on(page, language) -> int:
    """The number of signatures that the page shows."""
    page.goto(f"/{language}/petition/")
    words = page.locator(".campaign-progress").first.inner_text()
    return int("".join(c for c in words.split("\n")[0] if c.isdigit()))
