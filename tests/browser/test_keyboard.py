"""What somebody meets who uses nothing but a keyboard."""

import json

import pytest

from .steps import wait_until

# The element that has the focus: its words, and whether it can be seen to have it.
FOCUSED = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return {
    name: element.name || element.textContent.trim(),
    order: [...document.querySelectorAll("*")].indexOf(element),
    visible: box.bottom > 0 && box.top < innerHeight - 8 && box.width > 0,
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
  };
}"""


def walk(page, most=120) -> list[dict]:
    """Every stop of Tab from the start of the page, until it leaves the page."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        # Scrolling to it takes a frame.
        page.evaluate("new Promise(requestAnimationFrame)")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"No end after {json.dumps(stops[-3:])}")


@pytest.mark.parametrize(
    ("path", "width"), [("/kk/petition/", 320), ("/ru/articles/forty-minutes/", 1280)]
)
def test_tab_goes_through_the_page_in_order_and_can_be_seen(visit, path, width):
    page = visit(width=width, reduced_motion="reduce")
    page.goto(path)
    stops = walk(page)
    names = [stop["name"] for stop in stops]
    assert names.index("first_name") < names.index("email") < names.index("display")
    assert "website" not in names
    orders = [stop["order"] for stop in stops]
    assert orders == sorted(orders)
    assert [stop["name"] for stop in stops if not stop["outlined"]] == []
    assert [stop["name"] for stop in stops if not stop["visible"]] == []


def test_the_first_link_skips_the_menu_and_a_slip_is_a_link_to_its_field(visit):
    page = visit()
    page.goto("/en/petition/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('main')")
    page.focus("form[action*='/sign/'] [type=submit]")
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.closest('[role=alert]') !== null")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_until(page, "document.activeElement.name === 'first_name'")
