"""Sign, then give: the ask stands where signers and writers are thanked."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests.donations.test_giving import give
from tests.editors import superuser, text
from tests.people import change, signature_of
from wagtail_campaign.donations.amounts import money
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.sharing import attribution

pytestmark = pytest.mark.django_db
CHOSEN = re.compile(r'<input type="radio" name="(\w+)" value="(\w*)"[^>]*checked')


def next_steps(page, *pages, text=""):
    """Lets an action's page lead on to others."""
    page.next_steps = [("step", {"page": other, "text": text}) for other in pages]
    page.save()


def thanks(client, page) -> str:
    answer = client.get(reverse("wagtail_campaign:petition_thanks", args=[page.pk]))
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def asked(html: str) -> list[tuple[str, str]]:
    """(what a link says, where it leads) of the ask."""
    return re.findall(r'__amount" href="([^"]+)" rel="nofollow" aria-label="([^"]+)"', html)


def chosen(client, url) -> dict[str, str]:
    """What the form at an address begins with."""
    answer = client.get(url)
    assert answer.status_code == 200
    html = answer.content.decode()
    other = re.search(r'name="other"[^>]* value="([^"]*)"', html)
    source = re.search(r'name="via" value="([^"]*)"', html)
    found = {name: value for name, value in CHOSEN.findall(html) if name != "display"}
    found |= {"other": other[1]} if other else {}
    return found | ({"via": source[1]} if source else {})


@pytest.fixture
def asking(page, donation_page):
    next_steps(page, donation_page, text="Bread for the families")
    return page


def test_the_thanks_for_a_signature_ask_for_a_few_amounts(client, asking, donation_page):
    html = thanks(client, asking)
    assert "Bread for the families" in html and "Another amount" in html
    said = [words for _url, words in asked(html)]
    assert said == [
        *("€10, Once", "€25, Once", "€50, Once"),
        *("€5, Each month", "€10, Each month", "€20, Each month"),
    ]
    assert client.cookies == {}


def test_who_follows_the_ask_finds_the_amount_chosen_and_is_counted_as_come_from_there(
    client, stripe, asking, donation_page, gift_typed
):
    url, _words = asked(thanks(client, asking))[4]
    begun = chosen(client, url)
    source = f"petition:{asking.get_action().pk}"
    assert attribution.proven(begun.pop("via")) == source
    assert begun == {"currency": "EUR", "interval": "month", "amount_EUR_month": "1000"}
    typed = {name: value for name, value in gift_typed.items() if not name.startswith("amount")}
    answer = give(client, donation_page, typed | chosen(client, url))
    assert answer.status_code == 303
    gift = Donation.objects.get()
    assert (gift.amount, gift.interval, gift.source) == (1000, "month", source)


def test_it_is_known_by_the_address_alone_as_any_source_is(
    client, stripe, asking, donation_page, gift_typed
):
    url = f"http://testserver{asked(thanks(client, asking))[0][0]}"
    answer = client.post(
        reverse("wagtail_campaign:donation_give", args=[donation_page.pk]),
        gift_typed,
        headers={"referer": url},
    )
    assert answer.status_code == 303
    assert Donation.objects.get().source.startswith("petition:")


def test_it_is_carried_on_by_a_form_with_a_slip(client, stripe, asking, donation_page, gift_typed):
    via = chosen(client, asked(thanks(client, asking))[0][0])["via"]
    answer = give(client, donation_page, gift_typed | {"email": "", "via": via})
    assert answer.status_code == 422
    assert f'name="via" value="{via}"' in answer.content.decode()


def test_the_language_of_the_page_decides_about_the_currency(
    client, pages, donation_page, settings
):
    settings.WAGTAIL_CAMPAIGN_CURRENCIES = {"kk": "KZT"}
    next_steps(pages["kk"], donation_page)
    html = thanks(client, pages["kk"])
    assert "2\u00a0000\u00a0₸" in html and "€" not in html
    assert "currency=KZT" in html and "Strike fund" in html


@pytest.mark.parametrize("settings_", [{"state": "closed"}, {"state": "paused"}])
def test_a_fund_that_takes_nothing_is_a_link_like_others(client, asking, fund, settings_):
    change(fund, **settings_)
    html = thanks(client, asking)
    assert asked(html) == [] and "campaign-next__step" in html and "Bread" in html


def test_a_page_that_was_taken_down_is_not_asked_for(client, asking, donation_page):
    donation_page.unpublish()
    html = thanks(client, asking)
    assert "Bread" not in html and "campaign-ask" not in html


def test_a_fund_with_amounts_of_ones_own_only_is_a_link(client, asking, fund):
    fund.currencies.update(once="", monthly="")
    assert asked(thanks(client, asking)) == []


@pytest.mark.parametrize(
    "word", ["petition-{pk}-" + "0" * 64, "petition:{pk}", "petition-{pk}", "x" * 5000, "\x00", "-"]
)
def test_what_others_make_up_is_no_source_and_no_error(
    client, stripe, donation_page, gift_typed, asking, word
):
    via = word.format(pk=asking.get_action().pk)
    assert client.get(donation_page.url, {"via": via, "amount": "25"}).status_code == 200
    assert give(client, donation_page, gift_typed | {"via": via}).status_code == 303
    assert not Donation.objects.get().source.startswith("petition:")


def test_a_word_of_ours_holds_for_a_month_and_the_next(client, asking, clock):
    clock.stop()
    word = attribution.made("petition", 12)
    clock.forward(days=28)
    assert attribution.proven(word) == "petition:12"
    clock.forward(days=40)
    assert attribution.proven(word) == ""


def test_a_word_says_nothing_of_who_came(asking, clock):
    clock.stop()
    before = attribution.made("petition", 12)
    signature_of(asking)
    clock.forward(seconds=1)
    assert attribution.made("petition", 12) == before


@pytest.mark.parametrize(
    ("query", "begun"),
    [
        ("amount=25", {"currency": "EUR", "interval": "", "amount_EUR_once": "2500"}),
        ("amount=12.50", {"currency": "EUR", "interval": "", "other": "12.50"}),
        ("amount=12.5&interval=month", {"currency": "EUR", "interval": "month", "other": "12.50"}),
        (
            "amount=5000&currency=KZT",
            {"currency": "KZT", "interval": "", "amount_KZT_once": "500000"},
        ),
        ("currency=KZT", {"currency": "KZT", "interval": ""}),
        # Less than the least, more than the most, another currency, another rhythm, no number.
        ("amount=0.5", {"currency": "EUR", "interval": ""}),
        ("amount=99999", {"currency": "EUR", "interval": ""}),
        ("amount=25&currency=JPY", {"currency": "EUR", "interval": ""}),
        ("amount=25&interval=year", {"currency": "EUR", "interval": "", "amount_EUR_once": "2500"}),
        *(
            (f"amount={odd}", {"currency": "EUR", "interval": ""})
            for odd in ("-1", "1e3", "٣", "%00")
        ),
        ("amount=1.234", {"currency": "EUR", "interval": ""}),
        ("amount=25&amount=x", {"currency": "EUR", "interval": ""}),
    ],
)
def test_a_link_chooses_what_the_fund_offers_and_nothing_else(client, donation_page, query, begun):
    assert chosen(client, f"{donation_page.url}?{query}") == begun


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(("minor", "currency"), [(1250, "EUR"), (1234500, "KZT"), (7000, "JPY")])
def test_an_amount_in_the_form_is_read_as_what_it_is(minor, currency, language):
    assert money.parse(money.typed(minor, currency, language), currency, language) == minor


def test_the_page_without_a_choice_stays_as_it_was(client, donation_page):
    before = client.get(donation_page.url)
    prefilled = client.get(donation_page.url, {"amount": "25", "via": "vk"})
    after = client.get(donation_page.url)
    assert before.content == after.content != prefilled.content
    for answer in (before, prefilled):
        assert "public" in answer.headers["Cache-Control"] and not answer.cookies
    assert chosen(client, donation_page.url) == {"currency": "EUR", "interval": ""}


def test_a_closed_fund_has_no_form_for_a_link_either(client, donation_page, fund):
    change(fund, state="closed")
    assert chosen(client, f"{donation_page.url}?amount=25") == {}


def test_the_report_says_whose_page_brought_the_money(
    client, stripe, asking, donation_page, pages, gift_typed
):
    via = attribution.made("petition", asking.get_action().pk)
    give(client, donation_page, gift_typed | {"via": via})
    gift = Donation.objects.get()
    stripe.control.pay(gift.session)
    client.get(reverse("wagtail_campaign:gift", args=[gift.token("gift")]))
    browser = superuser()
    assert "From “Free the strikers”" in text(browser.get(reverse("campaign_funds:report")))
    shown = text(browser.get(reverse("campaign_donations:inspect", args=[gift.pk])))
    assert "From “Free the strikers”" in shown
    listed = reverse("campaign_donations:index")
    found = text(browser.get(listed, {"source": gift.source}))
    none = text(browser.get(listed, {"source": "petition:0"}))
    assert f"/{gift.pk}/" in found and f"/{gift.pk}/" not in none
