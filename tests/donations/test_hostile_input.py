"""Whatever is sent to the addresses of donations: no error of ours, nothing that wasn't offered,
nothing of anybody else's, no word of a stranger's that does more than stand there."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction, Site

from tests.conftest import Visitor
from tests.donations.donors import monthly, paid
from tests.editors import superuser, table, text
from tests.hostile import NASTY
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.pages.models import DonationPage
from wagtail_campaign.supporters.models import Supporter

from .test_giving import give

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'


@pytest.fixture
def asks_all(fund):
    for name in fund.ASKED:
        setattr(fund, f"ask_{name}", "optional")
    fund.save()


@pytest.fixture
def full(gift_typed):
    """Every field that the form could have, and some that it hasn't."""
    return gift_typed | {
        "country": "DE",
        "dedication": "For Marat",
        "comment": "Stand firm",
        "other": "",
        "amount_EUR_month": "",
        "amount_KZT_once": "",
        "covers_fees": "",
        "website": "",
        "on_page": "",
        "via": "",
    }


def gift_page(donation) -> str:
    return reverse("wagtail_campaign:gift", args=[donation.token("gift")])


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_nothing_typed_into_any_field_is_an_error_of_ours(
    client, stripe, donation_page, asks_all, full, value, settings
):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = None
    for field in full:
        answer = give(client, donation_page, full | {field: value})
        assert answer.status_code in (303, 422), field
        if answer.status_code == 303 and field != "website":
            assert answer.url.startswith(stripe.address)
        said = answer.content.decode()
        assert SCRIPT not in said and "<img src=x" not in said
    for donation in Donation.objects.all():
        assert donation.amount - donation.added == 2500 and donation.currency == "EUR"
        assert donation.dedication.isprintable() and donation.public_name.isprintable()


def test_a_million_letters_are_refused_and_no_error(client, stripe, donation_page, asks_all, full):
    for field in full:
        answer = give(client, donation_page, full | {field: "x" * 1_000_000})
        assert answer.status_code in (303, 422), field
    kept = Supporter.objects.values_list("first_name", "last_name", "email", "comment")
    assert all(len("".join(row)) < 1000 for row in kept)
    # More than Django reads at all.
    assert give(client, donation_page, full | {"comment": "x" * 3_000_000}).status_code == 400


@pytest.mark.parametrize(
    "tampered",
    [
        {"amount_EUR_once": "1"},
        {"amount_EUR_once": "2500.0"},
        {"amount_EUR_once": "-2500"},
        {"amount_EUR_once": "1e3"},
        {"amount_EUR_once": ["1", "2"]},
        {"other": "0"},
        {"other": "-5"},
        {"other": "0.01"},
        {"other": "99999999999999999999"},
        {"other": "1e5"},
        {"other": "NaN"},
        {"currency": "USD"},
        {"currency": "eur"},
        {"currency": "RUB", "other": "100"},
        {"currency": "KWD", "other": "100"},
        {"currency": "KZT"},
        {"currency": "KZT", "amount_KZT_once": "2500"},
        {"currency": "KZT", "other": "499"},
        {"interval": "day"},
        {"interval": "week", "other": "5"},
        {"interval": "year", "other": "5"},
        {"interval": "month"},
        {"interval": "month", "amount_EUR_month": "2500"},
        {"display": "nobody"},
        {"email": "victim@example.org,me@example.org"},
        {"email": "me@example.org\r\nBcc: victim@example.org"},
    ],
    ids=str,
)
def test_only_what_is_offered_can_be_given(client, stripe, donation_page, gift_typed, tampered):
    assert give(client, donation_page, gift_typed | tampered).status_code == 422
    assert not Donation.objects.exists() and stripe.store.all("checkout.session") == []


def test_what_the_form_does_not_ask_is_not_kept(client, stripe, donation_page, full):
    smuggled = {"state": "paid", "livemode": "on", "paid_at": "2026-01-01", "amount": "1"}
    smuggled |= {"added": "-2400", "refunded": "1", "is_offline": "on", "fund": "7", "id": "9"}
    give(client, donation_page, full | smuggled | {"comment": "x", "country": "KZ"})
    gift = Donation.objects.get()
    assert (gift.state, gift.amount, gift.added, gift.is_offline) == ("asked", 2500, 0, False)
    # The fund doesn't ask for these two.
    assert (gift.dedication, gift.country) == ("", "")


def test_no_form_is_taken_by_a_page_that_takes_none(
    client, stripe, home, page, donation_page, gift_typed
):
    draft = home.add_child(instance=DonationPage(title="Draft", slug="draft", live=False))
    plain = home.add_child(instance=Page(title="Plain", slug="plain"))
    for pk in (page.pk, draft.pk, plain.pk, home.pk, 0, 10**17):
        url = reverse("wagtail_campaign:donation_give", args=[pk])
        assert client.post(url, gift_typed).status_code == 404, pk
        mailed = reverse("wagtail_campaign:donation_check_mail", args=[pk])
        assert client.get(mailed).status_code == 404, pk
    for url in ("/campaign/donations/x/give/", f"/campaign/donations/{'9' * 19}/give/"):
        assert client.post(url, gift_typed, follow=True).status_code == 404
    assert client.get(reverse("wagtail_campaign:donation_give", args=[page.pk])).status_code == 405
    assert not Donation.objects.exists()


def test_who_may_not_see_a_page_can_not_give_there(client, stripe, donation_page, gift_typed):
    PageViewRestriction.objects.create(page=donation_page, restriction_type="login")
    answer = give(client, donation_page, gift_typed)
    assert answer.status_code == 302 and "/login/" in answer.url
    # Nor see it as the page that carried a form.
    assert not Donation.objects.exists() and stripe.store.all("checkout.session") == []


def test_a_page_that_may_not_be_seen_is_not_shown_around_a_form(
    client, stripe, home, donation_page, gift_typed
):
    secret = home.add_child(instance=Page(title="Our secret plan", slug="secret"))
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    answer = give(client, donation_page, gift_typed | {"email": "", "on_page": str(secret.pk)})
    assert "Our secret plan" not in answer.content.decode()


def test_nobody_is_sent_anywhere_else(client, stripe, home, donation_page, gift_typed):
    """To Stripe, and back to the site of the page, whatever the request says of itself."""
    typed = gift_typed | {"on_page": "https://evil.example/", "next": "https://evil.example/"}
    headers = {"Referer": "https://evil.example/", "X-Forwarded-Host": "evil.example"}
    url = reverse("wagtail_campaign:donation_give", args=[donation_page.pk])
    answer = client.post(f"{url}?next=//evil.example", typed, headers=headers)
    assert answer.status_code == 303 and answer.url.startswith(f"{stripe.address}/pay/")
    [session] = stripe.store.all("checkout.session")
    for address in (session["success_url"], session["cancel_url"]):
        assert address.startswith("http://testserver/campaign/gift/donation-")
    path = gift_page(Donation.objects.get())
    for query in ("?next=//evil.example", "?cancelled=//evil.example", "?away=%0d%0aX: y"):
        assert "evil" not in client.get(path + query).content.decode()
    assert client.post(f"{path}pay/?next=//evil.example").url.startswith(f"{stripe.address}/pay/")


def test_a_gift_on_another_site_comes_back_there(client, stripe, home, donation_page, gift_typed):
    other = home.get_parent().add_child(instance=Page(title="Union", slug="union"))
    Site.objects.create(hostname="union.example.org", port=443, root_page=other)
    page = other.add_child(instance=DonationPage(title="Theirs", slug="theirs"))
    assert give(client, page, gift_typed).status_code == 303
    [session] = stripe.store.all("checkout.session")
    assert session["success_url"].startswith("https://union.example.org/campaign/gift/")


def test_a_page_outside_every_site_is_no_error(client, stripe, home, gift_typed):
    outside = home.get_parent().add_child(instance=DonationPage(title="Nowhere", slug="nowhere"))
    assert give(client, outside, gift_typed | {"email": ""}).status_code in (404, 422)
    answer = give(client, outside, gift_typed)
    assert answer.status_code == 303
    donation = Donation.objects.get()
    stripe.control.pay(donation.session)
    assert client.get(gift_page(donation)).status_code == 200


def test_another_sites_page_can_not_send_the_form(client, stripe, donation_page, gift_typed):
    donation = paid(client, stripe, donation_page, gift_typed)
    give_url = reverse("wagtail_campaign:donation_give", args=[donation_page.pk])
    pay_url = reverse("wagtail_campaign:gift_pay", args=[donation.token("gift")])
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        assert client.post(give_url, gift_typed, headers=headers).status_code == 403
        assert client.post(pay_url, headers=headers).status_code == 403
    assert Donation.objects.count() == 1


def test_a_link_for_one_thing_opens_no_other(client, stripe, donation_page, gift_typed):
    """Nor does that of one gift open another."""
    mine = paid(client, stripe, donation_page, gift_typed)
    theirs = paid(client, stripe, donation_page, gift_typed | {"email": "marat@example.org"})
    token = mine.token("gift")
    secret = token.rpartition("-")[2]
    wrong = [
        *(mine.token(purpose) for purpose in ("unsubscribe", "confirm", "session", "me", "")),
        f"donation-{theirs.pk}-{secret}",
        f"signature-{mine.pk}-{secret}",
        f"me-{mine.pk}-{secret}",
        token.upper(),
        token + "0",
        token.replace("-", "–"),
        f"donation-{mine.pk}-{'0' * 64}",
        f"donation-0{mine.pk}-{secret}",
        f"donation-{'9' * 18}-{secret}",
    ]
    for each in wrong:
        for name in ("gift", "gift_print"):
            url = reverse(f"wagtail_campaign:{name}", args=[each])
            assert client.get(url).status_code == 404, each
        assert client.post(reverse("wagtail_campaign:gift_pay", args=[each])).status_code == 404
    for name in ("confirm", "disown", "unsubscribe", "me_link"):
        url = reverse(f"wagtail_campaign:{name}", args=[token])
        for answer in (client.get(url), client.post(url)):
            assert answer.status_code in (404, 410), name
    theirs.refresh_from_db()
    assert theirs.supporter_id


def test_a_gift_that_was_forgotten_has_no_address(client, stripe, donation_page, gift_typed):
    donation = paid(client, stripe, donation_page, gift_typed)
    Donation.objects.update(nonce="")
    donation.nonce = ""
    assert client.get(gift_page(donation)).status_code == 404


def test_the_same_form_twice_is_paid_only_where_somebody_pays(
    client, stripe, donation_page, fund, gift_typed
):
    first, second = (give(client, donation_page, gift_typed).url for _ in range(2))
    assert first != second
    one, other = Donation.objects.order_by("pk")
    stripe.control.pay(one.session)
    for gift in (one, other):
        client.get(gift_page(gift))
    assert sorted(Donation.objects.values_list("state", flat=True)) == ["asked", "paid"]


def test_words_of_strangers_stand_there_and_do_nothing(
    client, stripe, donation_page, fund, asks_all, gift_typed
):
    typed = gift_typed | {"first_name": SCRIPT, "last_name": IMAGE}
    typed |= {"dedication": SCRIPT + IMAGE, "comment": IMAGE + SCRIPT}
    donation = paid(client, stripe, donation_page, typed)
    recurring = monthly(client, stripe, donation_page, typed)
    admin = superuser()
    pages = [
        client.get(donation_page.url),
        client.get(gift_page(donation)),
        client.get(f"{gift_page(donation)}print/"),
        admin.get(reverse("campaign_donations:index") + "?people=1"),
        admin.get(reverse("campaign_donations:inspect", args=[donation.pk])),
        admin.get(reverse("campaign_recurring:inspect", args=[recurring.pk])),
        admin.post(reverse("campaign_donations:find"), {"person": str(donation.pk)}),
        admin.get(reverse("campaign_donations:refund", args=[donation.pk])),
    ]
    for answer in pages:
        said = text(answer)
        assert answer.status_code == 200, answer.request["PATH_INFO"]
        assert SCRIPT not in said and "<img src=x" not in said, answer.request["PATH_INFO"]
    for message in mail.outbox:
        assert "<script" not in message.subject
        [html] = [content for content, _ in message.alternatives]
        assert SCRIPT not in html and "<img src=x" not in html


def test_no_word_of_a_stranger_is_a_formula_in_a_download(
    client, stripe, donation_page, asks_all, gift_typed
):
    formula = "=HYPERLINK(A1;B2)"
    typed = gift_typed | {"first_name": formula, "last_name": "+1", "email": "=1+1@example.org"}
    typed |= {"dedication": "-SUM(A1)", "comment": "\t-2+3", "source": "=x", "via": "=x"}
    donation = paid(client, stripe, donation_page, typed)
    assert donation.public_name.startswith("=")
    rows = table(superuser().get(reverse("campaign_donations:export")))
    suspicious = [cell for cell in rows[1] if cell.strip()[:1] in {"=", "+", "-", "@", "\t"}]
    assert suspicious == [] and any(cell == f"'{formula}" for cell in rows[1])


def test_nobody_hides_in_letters_that_cannot_be_seen(
    client, stripe, donation_page, asks_all, gift_typed
):
    typed = gift_typed | {
        "first_name": "\u202eAi\u200bgul\u2066",
        "last_name": "Se\u00adri\ufeffkova\U000e0041",
        "dedication": "For\u202e Ma\u2060rat\nand\r\nall",
    }
    donation = paid(client, stripe, donation_page, typed)
    assert donation.public_name == "Aigul Serikova"
    assert donation.dedication == "For Marat and all"
    # As in names, nobody advertises there.
    for words in ("www.buy.example", "http://buy.example", "me@buy.example"):
        answer = give(client, donation_page, gift_typed | {"dedication": words})
        assert answer.status_code == 422, words


def test_whoever_asks_about_a_gift_over_and_over_does_not_ask_stripe_as_often(
    client, stripe, donation_page, gift_typed, monkeypatch
):
    give(client, donation_page, gift_typed)
    asked = []
    ask = gateway.session
    monkeypatch.setattr(gateway, "session", lambda id: asked.append(id) or ask(id))
    path = gift_page(Donation.objects.get())
    for _ in range(20):
        assert client.get(path).status_code == 200
        assert client.post(f"{path}pay/").status_code == 303
    assert 0 < len(asked) <= 30


def test_an_answer_tells_nobody_what_others_did_with_an_address(
    stripe, donation_page, gift_typed, settings
):
    """Who gave with it ten times from another network is not counted here."""
    settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = (2, 3600)
    donor, stranger = Visitor(REMOTE_ADDR="10.0.0.1"), Visitor(REMOTE_ADDR="10.0.0.2")
    answers = [give(donor, donation_page, gift_typed).status_code for _ in range(3)]
    assert answers == [303, 303, 429]
    answers = [give(stranger, donation_page, gift_typed).status_code for _ in range(3)]
    assert answers == [303, 303, 429]


def test_a_page_that_was_taken_down_is_named_to_nobody(client, stripe, donation_page, gift_typed):
    donation = paid(client, stripe, donation_page, gift_typed)
    unpaid = give(client, donation_page, gift_typed) and Donation.objects.latest("pk")
    donation_page.unpublish()
    said = client.get(gift_page(donation)).content.decode()
    assert "Your gift has come" in said and donation_page.title not in said
    assert 'href="None"' not in said
    assert client.get(f"{gift_page(donation)}print/").status_code == 200
    answer = client.post(f"{gift_page(unpaid)}pay/")
    assert answer.status_code == 303 and answer.url == gift_page(unpaid)
