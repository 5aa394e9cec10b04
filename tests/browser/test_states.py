"""The pages that few come to: a petition that can't be signed, links that no longer work."""

import http.client
from urllib.parse import urlsplit

import pytest

from .states import STATES
from .steps import check, fill, mailed_link, new_address, sign


@pytest.mark.parametrize("state", STATES)
def test_a_petition_that_cannot_be_signed_says_so_accessibly(visit, states, state):
    page = visit(width=320)
    assert page.goto(states[state]).status == 200
    assert page.locator(".campaign-state").is_visible()
    assert page.locator("main form").count() == 0
    check(page, colours=True)


def test_a_form_that_comes_too_late_is_answered_accessibly(visit, states):
    page = visit(width=320)
    page.goto("/ru/petition/")
    fill(page, new_address())
    page.goto(states["paused"])
    number = page.locator(".campaign-state").get_attribute("id").split("-")[1]
    page.evaluate(
        """(number) => {
          const form = document.createElement("form");
          form.method = "post";
          form.action = `/campaign/petitions/${number}/sign/`;
          document.querySelector("main").append(form);
          form.submit();
        }""",
        number,
    )
    page.locator("[role=alert]").wait_for()
    check(page, colours=True)


@pytest.mark.parametrize("name", ["over", "gone"])
def test_a_link_that_no_longer_works_says_so_accessibly(visit, states, name):
    page = visit(width=320)
    assert page.goto(states[name]).status == 410
    heading = page.locator("h1").inner_text()
    assert page.title().startswith(heading)
    check(page, colours=True)


def test_a_link_that_never_was_says_so_accessibly(visit):
    page = visit(width=320, locale="kk")
    assert page.goto("/campaign/confirm/nonsense/").status == 404
    assert page.locator("html").get_attribute("lang") == "kk"
    check(page, colours=True)


def test_what_was_disowned_says_so_accessibly(visit):
    page, address = visit(width=320), new_address()
    sign(page, "kk", address)
    page.goto(mailed_link(page, address, "disown"))
    page.click("main form [type=submit]")
    page.locator("main form").wait_for(state="detached")
    assert page.title().startswith(page.locator("h1").inner_text())
    check(page, colours=True)


def test_too_many_forms_are_refused_accessibly(visit, site):
    page = visit(width=320)
    page.goto("/kk/petition/")
    fill(page, new_address())
    page.route("**/sign/", lambda route: route.fulfill(**answer_to_a_busy_network(site, route)))
    page.click("form[action*='/sign/'] [type=submit]")
    page.locator("[role=alert]:visible").wait_for()
    assert page.input_value("[name=last_name]") == "Сәрсенова"
    assert page.evaluate("document.activeElement.matches('[role=alert]')")
    check(page, colours=True)


def answer_to_a_busy_network(site, route) -> dict:
    """What a form gets from a network that sent too many: of another address than the browser's,
    which has to send more of them."""
    address = urlsplit(site)
    wanted = {"Content-Type": "application/x-www-form-urlencoded"}
    for _ in range(100):
        try:
            connection = http.client.HTTPConnection(
                address.hostname, address.port, source_address=("127.0.0.2", 0)
            )
            connection.request("POST", urlsplit(route.request.url).path, "website=x", wanted)
        except OSError:
            pytest.skip("this machine has no second address of its own")
        answer = connection.getresponse()
        if answer.status == 429:
            break
        connection.close()
    assert answer.status == 429
    connection.close()
    connection = http.client.HTTPConnection(
        address.hostname, address.port, source_address=("127.0.0.2", 0)
    )
    connection.request(
        "POST", urlsplit(route.request.url).path, route.request.post_data_buffer, wanted
    )
    answer = connection.getresponse()
    return {"status": answer.status, "headers": dict(answer.headers), "body": answer.read()}
