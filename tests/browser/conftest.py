"""The demo site, served as ``make demo`` serves it, and Debian's Chromium to use it with."""

import fcntl
import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from ipaddress import IPv4Address
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
REQUIRED = bool(os.environ.get("CAMPAIGN_REQUIRE_BROWSER"))
# It takes a minute of a core, which others may be using.
START_WITHIN = 600
networks = itertools.count(1)


def pytest_collection_modifyitems(items):
    skip = pytest.mark.skip(reason="no Chromium here: apt install chromium")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
            if not CHROMIUM and not REQUIRED:
                item.add_marker(skip)


def environment_of(folder) -> dict[str, str]:
    """The variables of a demo site that keeps its data in a folder, with ports of its own."""
    with socket.socket() as site, socket.socket() as stripe, socket.socket() as front:
        ports = []
        for probe in (site, stripe, front):
            probe.bind(("127.0.0.1", 0))
            ports.append(str(probe.getsockname()[1]))
    kept = os.environ.keys() - {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    return {
        **{key: os.environ[key] for key in kept},
        "PORT": ports[0],
        "STRIPE_PORT": ports[1],
        "FRONT_PORT": ports[2],
        "DEMO_FOLDER": str(folder),
        # Nobody here changes their mind, and nobody wants to wait for mail.
        "BROADCAST_DELAY": "0",
        "LETTER_SECONDS": "0",
        "WORK_EVERY": "2",
        # Each visitor comes from a network of their own; see ``visit``.
        "TRUSTED_PROXIES": "1",
    }


@contextmanager
def served(environment):
    """The demo site while it is served: its address."""
    log = Path(environment["DEMO_FOLDER"]) / "log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "example_project/manage.py", "demo"],
            cwd=ROOT,
            env=environment,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{environment['PORT']}"
    try:
        wait_for(f"{address}/en/", process, log)
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


@pytest.fixture(scope="session")
def environment(tmp_path_factory):
    """The variables of a fresh demo site. Its content is made once, by the first of the processes
    that share the tests, as that takes a minute; each works on a copy. ``BROWSER_DATABASE_URL``
    names an empty database of a server to use instead, by one process alone."""
    if url := os.environ.get("BROWSER_DATABASE_URL"):
        return {**environment_of(tmp_path_factory.mktemp("demo")), "DATABASE_URL": url}
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    fresh, mine = shared / "fresh-demo", tmp_path_factory.mktemp("demo") / "data"
    with (shared / "fresh-demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not fresh.exists():
            making = shared / "demo-in-the-making"
            making.mkdir()
            with served(environment_of(making)):
                pass
            making.rename(fresh)
    shutil.copytree(fresh, mine)
    return environment_of(mine)


@pytest.fixture(scope="session")
def site(environment):
    """The address of the demo site."""
    with served(environment) as address:
        yield address


@pytest.fixture(scope="session")
def states(site, environment):
    """The paths of what ``states.py`` adds to the demo."""
    return added(environment, "states")


@pytest.fixture(scope="session")
def gifts(site, environment):
    """The ids of the gifts that ``gift_states.py`` adds to the demo."""
    return added(environment, "gift_states")


def added(environment, program) -> dict[str, str]:
    """What a program of these tests adds to the demo."""
    command = [sys.executable, "-m", f"tests.browser.{program}"]
    output = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return json.loads(output.stdout)


def wait_for(address, process, log):
    ends = time.monotonic() + START_WITHIN
    while time.monotonic() < ends:
        assert process.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.5)
    raise AssertionError(f"The demo does not answer.\n{log.read_text()}")


@pytest.fixture(scope="session")
def chromium():
    """Chromium itself; a visitor each opens a context in it."""
    assert CHROMIUM and Path(CHROMIUM).exists(), "Chromium is missing: apt install chromium"
    from playwright.sync_api import sync_playwright

    # Playwright runs an event loop in this thread, which Django takes for a reason to refuse.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, site, environment):
    """Opens a browser for one visitor: ``visit(script=False, width=320)`` gives its page;
    ``pays``: it may go to the demo's Stripe; ``elsewhere``: to an origin beside the demo;
    ``abroad``: it sees the site in a frame on an ally's.

    Afterwards nothing may have been asked of another server, and no script may have failed.
    """
    contexts, foreign, failed = [], [], []

    def open_page(
        script=True, width=390, height=844, pays=False, elsewhere=None, abroad=False, **options
    ):
        context = chromium.new_context(
            base_url=site,
            java_script_enabled=script,
            viewport={"width": width, "height": height},
            # One network may send sixty forms in ten minutes, and all visitors together send more.
            # Between origins a header that the page doesn't know of would not be allowed.
            extra_http_headers={}
            if elsewhere
            else {"X-Forwarded-For": str(IPv4Address("10.0.0.0") + next(networks))},
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        own = (site, "data:", "blob:", "about:")
        if pays or abroad:
            # The address that the site has for itself.
            own += (site.replace("127.0.0.1", "localhost"),)
        if pays:
            own += (f"http://127.0.0.1:{environment['STRIPE_PORT']}/",)
        if elsewhere:
            own += (elsewhere,)
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on(
            "request",
            lambda request: request.url.startswith(own) or foreign.append(request.url),
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not foreign
    assert not failed


@pytest.fixture
def admin(visit):
    """Opens a browser in which the demo's administrator is signed in."""

    def open_admin(**options):
        page = visit(reduced_motion="reduce", **options)
        page.goto("/admin/login/")
        page.fill("[name=username]", "admin")
        page.fill("[name=password]", "demo")
        page.click("form [type=submit]")
        page.wait_for_url("**/admin/")
        return page

    return open_admin
