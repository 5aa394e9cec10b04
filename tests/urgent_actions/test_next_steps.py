"""What those who wrote are led on to."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests.donations.test_sign_and_give import asked, next_steps
from tests.people import sign
from wagtail_campaign.petitions.models import Signature
from wagtail_campaign.sharing import attribution

pytestmark = pytest.mark.django_db


def thanks(client, page) -> str:
    url = reverse("wagtail_campaign:letter_thanks", args=[page.pk])
    return unescape(client.get(url).content.decode())


def test_another_action_hears_whose_page_led_there(client, page, typed, home, urgent_page):
    next_steps(urgent_page, page, home)
    html = thanks(client, urgent_page)
    [link] = re.findall(r'__step"><a href="([^"]+via=letter-[^"]+)"', html)
    assert html.count("campaign-next__step") == 2 and html.count("via=letter-") == 1
    sign(client, page, typed, headers={"referer": f"http://testserver{link}"})
    assert Signature.objects.get().source == f"letter:{urgent_page.get_action().pk}"


def test_a_fund_asks_for_an_amount(client, urgent_page, donation_page):
    next_steps(urgent_page, donation_page)
    html = thanks(client, urgent_page)
    assert "Strike fund" in html and len(asked(html)) == 6
    [word] = {re.search("via=([^&#]+)", url)[1] for url, _words in asked(html)}
    assert attribution.proven(word) == f"letter:{urgent_page.get_action().pk}"
