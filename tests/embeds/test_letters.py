"""Who comes from a frame writes in a tab of its own, and whose site it was goes along."""

import html
import re

import pytest
from django.urls import reverse

from tests.people import change
from tests.urgent_actions.conftest import (  # noqa: F401
    embassy,
    ministry,
    person,
    urgent_page,
)
from tests.urgent_actions.people import write
from wagtail_campaign.urgent_actions.models import Letter

from .conftest import ALLY, frame_of

pytestmark = pytest.mark.django_db

VIA = "embed:ally.example.org"


@pytest.fixture
def framed(urgent_page, after_commit):  # noqa: F811
    with after_commit():
        change(urgent_page.get_action(), embed_origins=ALLY)
    return urgent_page


def links(response, path) -> list[str]:
    found = re.findall(r'href="([^"]+)"', response.content.decode())
    return [html.unescape(link) for link in found if path in link]


def opened(client, url, before):
    """A page that is opened by a link, as the browser says of where it was."""
    return client.get(url, headers={"referer": f"http://testserver{before}"})


def via_of(response) -> str:
    found = re.search(r'name="via" value="([^"]*)"', response.content.decode())
    return found[1] if found else ""


def test_the_letter_to_a_target_knows_the_ally(client, framed):
    frame = frame_of(framed, f"?via={VIA}")
    [link] = links(client.get(frame), "/write/")
    assert via_of(opened(client, link, frame)) == VIA


def test_so_does_the_letter_to_an_embassy_in_another_language(client, framed, embassy):  # noqa: F811
    frame = frame_of(framed, f"?via={VIA}")
    said = client.get(frame).content.decode()
    assert f'name="via" value="{VIA}" form="campaign-{framed.pk}-find-form"' in said
    find = f"{reverse('wagtail_campaign:letter_find', args=[framed.pk])}?country=DE&via={VIA}"
    [link] = [link for link in links(opened(client, find, frame), "/write/") if "country" in link]
    letter = opened(client, link, find)
    assert via_of(letter) == VIA
    [russian] = links(letter, "in=ru")
    address = f"{reverse('wagtail_campaign:letter_write', args=[framed.pk])}{russian}"
    assert via_of(opened(client, address, link)) == VIA


def test_it_is_written_down_with_the_letter(client, framed, ministry):  # noqa: F811
    frame = frame_of(framed, f"?via={VIA}")
    [link] = links(client.get(frame), "/write/")
    form = opened(client, link, frame).context["form"]
    typed = {name: form[name].value() for name in ("subject", "text", "written_in")}
    typed |= {"first_name": "Aigul", "last_name": "Serikova", "email": "aigul@example.org"}
    typed |= {"city": "Berlin", "country": "DE", "via": VIA}
    assert write(client, framed, ministry, typed).status_code == 303
    assert Letter.objects.get().source == VIA


@pytest.mark.parametrize("via", ["embed:evil.example", "<b>", "telegram"])
def test_what_stands_in_the_address_is_believed_as_anywhere(client, framed, via):
    letter = client.get(reverse("wagtail_campaign:letter_write", args=[framed.pk]), {"via": via})
    assert via_of(letter) == ("telegram" if via == "telegram" else "")
