"""The actions of the demo on the site of an ally, which is another one for the browser."""

import json
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from .conftest import ROOT
from .gifts import CHECKOUT, GIVE, ONCE, pay
from .steps import (
    SCRIPT,
    check_in_both_schemes,
    check_it_fits,
    fill,
    mailed_link,
    new_address,
    readers,
    wait_until,
)

IN_THE_FRAME = re.compile(r"/check-your-mail/\?framed")
SIGN = "form[action*='/sign/'] [type=submit]"
#: What our guide names for those who want a sandbox.
SANDBOX = (
    "allow-forms allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
    " allow-top-navigation-by-user-activation"
)


def frame_on(page, language="en", show="petition"):
    """The frame on the ally's page."""
    page.goto(f"/demo/ally/?show={show}&lang={language}")
    return frame_in(page)


def frame_in(page):
    frame = page.locator("iframe").element_handle().content_frame()
    frame.locator("h1").wait_for()
    return frame


def source_of_the_latest(environment, record) -> str:
    """The source of the latest record of a kind in the demo's database."""
    said = (
        f"from wagtail_campaign.models import {record} as R; print(R.objects.latest('pk').source)"
    )
    command = [sys.executable, "example_project/manage.py", "shell", "-v0", "-c", said]
    output = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return output.stdout.decode().strip()


def is_high_enough(page) -> bool:
    """Whether all of the frame is there to be seen."""
    frame = page.frames[1]
    return frame.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")


@pytest.fixture
def complaints():
    """``complaints(page)``: what the console says of errors from here on."""

    def listen(page):
        said = []
        page.on("console", lambda line: line.type == "error" and said.append(line.text))
        return said

    return listen


@readers
def test_somebody_signs_on_an_allys_site(visit, site, environment, complaints, language, script):
    page, address = visit(script=script, abroad=True), new_address()
    errors = complaints(page)
    frame = frame_on(page, language)
    assert frame.locator("html").get_attribute("lang") == language
    fill(frame, address)
    frame.click(SIGN)
    frame.wait_for_url(IN_THE_FRAME)
    assert frame.locator("html").get_attribute("lang") == language
    assert "/demo/ally/" in page.url
    assert page.context.cookies() == []
    assert errors == []
    ally = site.removeprefix("http://")
    assert source_of_the_latest(environment, "Signature") == f"embed:{ally}"
    # From the mail on it is the campaign's own site.
    page.goto(mailed_link(page, address, "confirm"))
    page.click("main form [type=submit]")
    page.wait_for_url("**/thanks/")


@SCRIPT
def test_a_slip_is_said_in_the_frame(visit, script):
    page = visit(script=script, abroad=True)
    frame = frame_on(page, "ru")
    fill(frame, "nobody")
    frame.click(SIGN)
    frame.locator("[name=email][aria-invalid=true]").wait_for()
    assert frame.input_value("[name=last_name]") == "Сәрсенова"
    assert "/demo/ally/" in page.url
    # The link to the field stays in the frame, too.
    frame.click("[role=alert] a >> nth=0")
    assert len(page.context.pages) == 1
    frame.fill("[name=email]", new_address())
    frame.click(SIGN)
    frame.wait_for_url(IN_THE_FRAME)


def test_the_frame_is_as_high_as_what_is_in_it(visit):
    page = visit(abroad=True, width=320)
    frame = frame_on(page)
    wait_until(page, "document.querySelector('iframe').style.height !== ''")
    page.wait_for_timeout(300)
    assert is_high_enough(page)
    before = page.locator("iframe").bounding_box()["height"]
    frame.click(SIGN)
    frame.locator("[role=alert] li").first.wait_for()
    page.wait_for_timeout(300)
    assert page.locator("iframe").bounding_box()["height"] > before
    assert is_high_enough(page)
    # Who is read an error sees it as well.
    assert page.locator("iframe").bounding_box()["y"] > -before + 200
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert frame.evaluate(overflow) <= 0 and page.evaluate(overflow) <= 0


def test_a_frame_without_the_script_keeps_its_height(visit):
    page = visit(abroad=True)
    page.route("**/embed.js", lambda route: route.abort())
    frame_on(page)
    assert round(page.locator("iframe").bounding_box()["height"]) == 900


def test_who_has_signed_sees_the_next_step(visit):
    page = visit(abroad=True)
    frame = frame_on(page)
    fill(frame, new_address())
    frame.click(SIGN)
    frame.wait_for_url(IN_THE_FRAME)
    page.wait_for_timeout(500)
    box = page.locator("iframe").bounding_box()
    assert -1 <= box["y"] < 844 and is_high_enough(page)


@SCRIPT
def test_a_gift_leaves_the_frame(visit, site, environment, script):
    page = visit(script=script, abroad=True, pays=True)
    frame = frame_on(page, "kk", "donate")
    frame.check(ONCE, force=True)
    frame.fill("[name=first_name]", "Әйгерім")
    frame.fill("[name=email]", new_address())
    frame.click(GIVE)
    frame.click("a[target=_top]")
    page.wait_for_url(CHECKOUT)
    pay(page)
    assert page.locator("html").get_attribute("lang") == "kk"
    ally = site.removeprefix("http://")
    assert source_of_the_latest(environment, "Donation") == f"embed:{ally}"


@SCRIPT
@pytest.mark.parametrize("by", ["target", "embassy"])
def test_a_letter_is_written_in_a_tab_of_its_own(visit, script, by):
    page = visit(script=script, abroad=True)
    frame = frame_on(page, "en", "urgent-action")
    with page.context.expect_page() as opened:
        if by == "target":
            frame.locator(".campaign-target a").first.click()
        else:
            frame.select_option("[name=country]", "DE")
            frame.click(".campaign-find [type=submit]")
    tab = opened.value
    tab.wait_for_load_state()
    if by == "embassy":
        tab.locator(".campaign-targets a.campaign-button").first.click()
        tab.wait_for_url("**/write/?target=*")
    assert tab.locator("form [name=via]").get_attribute("value").startswith("embed:127.0.0.1")
    assert "/demo/ally/" in page.url


def test_it_is_accessible_at_320_pixels_by_day_and_by_night(visit):
    page = visit(width=320, abroad=True)
    for show in ("petition", "urgent-action", "donate"):
        frame_on(page, "en", show)
        address = page.locator("iframe").get_attribute("src")
        assert page.locator("iframe").get_attribute("title")
        tab = visit(width=320, abroad=True)
        tab.goto(address)
        check_in_both_schemes(tab, colours=True)
    tab.click("[type=submit]")
    tab.locator("[role=alert] li").first.wait_for()
    check_in_both_schemes(tab, colours=True)
    tab.goto(re.sub(r"/embed/\d+/.*", "", address) + "/petitions/0/check-your-mail/?framed")
    page.goto("/demo/ally/")
    number = re.search(r"/embed/(\d+)/", page.locator("iframe").get_attribute("src"))[1]
    tab.goto(f"/campaign/petitions/{number}/check-your-mail/?framed")
    check_in_both_schemes(tab, colours=True)


@pytest.fixture
def stranger():
    """``stranger(html)``: the address of a page on a site that no action names."""
    pages = []

    class Site(BaseHTTPRequestHandler):
        def do_GET(self):
            body = pages[0].encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments):
            pass

    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, args=(0.05,), daemon=True).start()

    def serve(html):
        pages[:] = [html]
        return f"http://127.0.0.1:{site.server_port}/"

    yield serve
    site.shutdown()
    site.server_close()


def test_a_site_that_was_not_named_is_refused_by_the_browser(visit, chromium, complaints, stranger):
    page = visit(abroad=True)
    page.goto("/demo/ally/")
    code = page.locator("iframe").evaluate("frame => frame.outerHTML")
    context = chromium.new_context()
    other = context.new_page()
    errors = complaints(other)
    other.goto(stranger(f"<!doctype html><title>Stranger</title>{code}"))
    other.wait_for_timeout(1000)
    assert other.frames[1].locator("form").count() == 0
    assert any("frame-ancestors" in error for error in errors)
    context.close()


def test_what_oembed_answers_fits_on_a_phone(visit, site, stranger):
    asked = urlencode({"url": f"{site.replace('127.0.0.1', 'localhost')}/en/petition/"})
    with urlopen(f"{site}/campaign/oembed/?{asked}") as answer:
        code = json.load(answer)["html"]
    room = "<meta name=viewport content='width=device-width'><title>Ally</title>"
    address = stranger(f"<!doctype html>{room}{code}")
    page = visit(width=320, abroad=True, elsewhere=address)
    page.goto(address)
    assert page.locator("iframe").get_attribute("width") == "600"
    check_it_fits(page)


def sandboxed(page, sandbox, behind="", show="petition"):
    """The frame as an ally shows it who puts it into a sandbox: it holds from the next load on.
    ``behind`` its address stands more."""
    frame_on(page, show=show)
    page.locator("iframe").evaluate(
        "(frame, [sandbox, behind]) => { frame.sandbox = sandbox; frame.src += behind }",
        [sandbox, behind],
    )
    page.wait_for_timeout(500)
    return frame_in(page)


def test_in_a_sandbox_without_forms_there_is_a_link(visit):
    frame = sandboxed(visit(abroad=True), "allow-scripts")
    link = frame.locator("[data-campaign-shut] a")
    link.wait_for(state="visible")
    assert re.search(r"/en/petition/\?via=embed%3A127", link.get_attribute("href"))
    assert not frame.locator("form").first.is_visible()


SAID = """
    window.said = {};
    addEventListener("message", ({ data }) => { if (data.secret) said[data.message] = data; });
"""


def test_wordpress_shows_the_frame_and_follows_its_links(visit):
    """What its ``wp-embed.js`` waits for: until then readers see a link alone."""
    page = visit(abroad=True)
    page.add_init_script(SAID)
    frame = sandboxed(page, "allow-scripts", "?language=ru#?secret=a1B2c3D4e5")
    wait_until(page, "said.height")
    said = page.evaluate("said.height")
    assert said["secret"] == "a1B2c3D4e5" and 200 < said["value"] < 1000
    assert not frame.locator("[data-campaign-shut] p").is_visible()
    frame.click("[data-campaign-shut] a")
    wait_until(page, "said.link")
    said = page.evaluate("said.link")
    assert said["secret"] == "a1B2c3D4e5"
    assert re.search(r"/ru/petition/\?via=embed%3A127\.0\.0\.1%3A\d+$", said["value"])


def test_a_letter_begun_in_wordpress_remembers_it(visit):
    page = visit(abroad=True)
    page.add_init_script(SAID)
    frame = sandboxed(page, "allow-scripts", "?language=en#?secret=a1B2c3D4e5", "urgent-action")
    frame.locator(".campaign-target a").first.click()
    wait_until(page, "said.link")
    assert re.search(r"/write/\?target=\d+&via=embed%3A127", page.evaluate("said.link.value"))


def test_the_link_before_the_frame_goes_once_the_frame_is_there(visit):
    page = visit(abroad=True)
    page.route("**/embed/**", lambda route: route.abort())
    page.goto("/demo/ally/")
    page.locator("iframe").evaluate(
        "(frame) => frame.insertAdjacentHTML('beforebegin',"
        " '<blockquote data-campaign-embed><a href=\"/\">The petition</a></blockquote>')"
    )
    page.wait_for_timeout(300)
    assert page.locator("blockquote").is_visible()
    page.unroute("**/embed/**")
    page.locator("iframe").evaluate("(frame) => { frame.src = frame.src }")
    page.locator("blockquote").wait_for(state="hidden")


@SCRIPT
def test_in_the_sandbox_of_our_guide_the_form_works(visit, script):
    frame = sandboxed(visit(script=script, abroad=True), SANDBOX)
    fill(frame, new_address())
    frame.click(SIGN)
    frame.wait_for_url(IN_THE_FRAME)


def test_an_editor_copies_the_code(admin):
    page = admin(permissions=["clipboard-read", "clipboard-write"])
    # Other tests make petitions of that name; the demo's was the first.
    page.goto("/admin/campaign/petitions/1/")
    page.locator("[data-action='w-clipboard#copy']").first.click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("<iframe src=")
