"""What the how-to guide shows runs as it stands."""

import os
import re
import shutil
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from wagtail_campaign.actions import front_end
from wagtail_campaign.petitions.models import Signature

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "how-to" / "headless.md").read_text()
SETTINGS = re.search(r"```python\n# settings.py\n(.+?)```", GUIDE, re.S)[1]
SCRIPT = re.search(r"```js\n(.+?)```", GUIDE, re.S)[1]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
KEY = "a-random-key-of-this-form"
NEEDS_CHROMIUM = pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: apt install chromium")
#: Playwright and Django's ORM don't run in one thread.
VISIT = """
import sys
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    page = browser.new_page()
    page.goto(sys.argv[2])
    page.wait_for_function("document.title")
    print(page.title())
"""


def test_the_settings_of_the_guide_are_in_order_and_complete():
    names = {"INSTALLED_APPS": []}
    exec(SETTINGS, names)
    patterns = names["WAGTAIL_CAMPAIGN_FRONT_END"]
    assert patterns.keys() == front_end.LINKS.keys()
    assert front_end.wrong(patterns, ["en", "ru", "kk"]) == []


@pytest.fixture
def elsewhere(tmp_path):
    """``elsewhere(html)``: the address of a page on another origin; and that origin, as
    ``elsewhere.origin``."""
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()

    def elsewhere(html):
        (tmp_path / "index.html").write_text(html)
        return f"{elsewhere.origin}/"

    elsewhere.origin = f"http://127.0.0.1:{server.server_port}"
    yield elsewhere
    server.shutdown()
    server.server_close()


def shown_by(elsewhere, address, page, email) -> str:
    """What the script of the guide shows on a page of another origin that signs."""
    url = elsewhere(
        f"""<!doctype html><script type="module">
        const SITE = "{address}", PAGE = {page.pk}, key = "{KEY}";
        const typed = {{first_name: "Aigul", last_name: "Serikova", country: "DE"}};
        typed.email = "{email}";
        const show = (text) => {{ document.title = text; }};
        const mark = (errors) => show(Object.keys(errors).join());
        try {{ {SCRIPT} }} catch (error) {{ show(error.name); }}
        </script>"""
    )
    command = [sys.executable, "-c", VISIT, CHROMIUM, url]
    seen = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    return seen.stdout.strip()


@pytest.mark.browser
@NEEDS_CHROMIUM
@pytest.mark.parametrize(
    ("allowed", "email", "said"),
    [
        (True, "aigul@example.org", "check_mail"),
        (True, "nobody", "email"),
        (False, "aigul@example.org", "TypeError"),
    ],
)
def test_a_page_of_another_origin_signs_in_ten_lines(
    transactional_db, live_server, page, elsewhere, settings, allowed, email, said
):
    assert len(SCRIPT.splitlines()) <= 12
    settings.WAGTAIL_CAMPAIGN_API_ORIGINS = [elsewhere.origin] if allowed else []
    assert shown_by(elsewhere, live_server.url, page, email) == said
    assert Signature.objects.count() == (said == "check_mail")


@pytest.mark.browser
@NEEDS_CHROMIUM
def test_who_mends_the_address_under_the_old_key_is_told_in_words(
    transactional_db, live_server, front_end, page, elsewhere, settings
):
    settings.WAGTAIL_CAMPAIGN_API_ORIGINS = [elsewhere.origin]
    typed = {"first_name": "Aigul", "last_name": "Serikova", "country": "DE"}
    mistyped = typed | {"email": "aigul@exmaple.org"}
    path = f"/petitions/{page.pk}/sign"
    assert front_end.post(path, mistyped, idempotency_key=KEY).status_code == 202
    said = shown_by(elsewhere, live_server.url, page, "aigul@example.org")
    assert said == "This key came with something else before."
