"""Editors look through the gifts of all languages."""

import io

import openpyxl
import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page

from tests.donations.scenarios import intent_of
from tests.editors import editor, superuser, table, text
from wagtail_campaign.donations.models import Donation
from wagtail_campaign.donations.stripe_api import gateway
from wagtail_campaign.donations.syncing.gifts import sync_donation

pytestmark = pytest.mark.django_db
LIST = reverse("campaign_donations:index")
FIND = reverse("campaign_donations:find")
EXPORT = reverse("campaign_donations:export")
XLSX = reverse("campaign_donations:export_xlsx")
ALL = ("view_donor", "export_donation", "refund_donation", "enter_donation")
SECRETS = ("aigul@example.org", "Aigul Serikova")


def inspect(donation):
    return reverse("campaign_donations:inspect", args=[donation.pk])


def log_of(action):
    return ModelLogEntry.objects.filter(action=action)


def listed(browser, **filters):
    """The ids of the gifts on the first page of the list."""
    return [gift.pk for gift in browser.get(LIST, filters).context["object_list"]]


@pytest.fixture
def silent(gift_of):
    """A gift of somebody who isn't named in public."""
    return gift_of(display="anonymous")


def test_the_list_names_nobody_until_it_is_asked_to(silent):
    browser = superuser()
    said = text(browser.get(LIST))
    assert "€25, test" in said and "Strike fund" in said and "1 donation" in said
    assert not any(secret in said for secret in SECRETS)
    assert not log_of("campaign.view_donor").exists()
    said = text(browser.get(LIST, {"people": "1"}))
    assert all(secret in said for secret in SECRETS)
    [entry] = log_of("campaign.view_donor")
    assert (entry.user, entry.data) == (browser.user, {"ids": [silent.pk]})
    assert (entry.label, entry.message) == ("Strike fund", "Saw who gave 1 gift")


def test_who_wants_no_name_shown_is_in_no_list_at_all_and_so_it_is_said(silent):
    said = text(superuser().get(inspect(silent)))
    assert "Not at all" in said and "with the country" not in said


def test_without_the_right_nobody_is_named(donation_page, silent):
    browser = editor("refund_donation", "export_donation", edits=[donation_page])
    for said in (
        text(browser.get(LIST, {"people": "1"})),
        text(browser.get(inspect(silent))),
        text(browser.post(FIND, {"person": "aigul@example.org"})).replace(
            'value="aigul@example.org"', ""
        ),
        str(table(browser.get(EXPORT))),
    ):
        assert not any(secret in said for secret in SECRETS)
    assert not log_of("campaign.view_donor").exists()


def test_what_isnt_public_yet_is_personal(donation_page, gift_of):
    """A name before it is paid for, and a dedication without a name."""
    unpaid, nameless = gift_of(paid=False), gift_of(display="anonymous")
    Donation.objects.update(dedication="In memory of Marat")
    browser = editor("refund_donation", "export_donation", edits=[donation_page])
    said = text(browser.get(LIST)) + str(table(browser.get(EXPORT)))
    said += text(browser.get(inspect(unpaid))) + text(browser.get(inspect(nameless)))
    assert "Aigul" not in said and "Marat" not in said
    assert "In memory of Marat" in text(superuser().get(inspect(nameless)))
    assert "In memory of Marat" in str(table(superuser().get(EXPORT)))


def test_gifts_to_funds_that_arent_ones_own_are_out_of_reach(home, gift):
    other = home.add_child(instance=Page(title="Elsewhere", slug="elsewhere"))
    browser = editor(*ALL, edits=[other])
    assert listed(browser) == []
    assert browser.get(inspect(gift), follow=True).status_code == 404
    assert len(table(browser.get(EXPORT))) == 1
    for verb in ("refund", "look_again"):
        url = reverse(f"campaign_donations:{verb}", args=[gift.pk])
        assert browser.get(url, follow=True).status_code == 404


def test_a_stranger_to_donations_sees_none_of_their_pages(donation_page, gift):
    browser = editor("view_numbers", "moderate_signature", edits=[donation_page])
    for url in (LIST, FIND, EXPORT, XLSX, inspect(gift)):
        assert browser.get(url).status_code == 302


def test_the_list_is_narrowed_down(fund, gift_of):
    euro = gift_of()
    tenge = gift_of(paid=False, currency="KZT", amount_KZT_month="200000", interval="month")
    Donation.objects.filter(pk=tenge.pk).update(source="telegram", oddity="amount 3")
    browser = superuser()
    for filters, found in {
        (("fund", fund.pk),): [tenge.pk, euro.pk],
        (("state", "paid"),): [euro.pk],
        (("currency", "KZT"),): [tenge.pk],
        (("interval", "once"),): [euro.pk],
        (("interval", "month"),): [tenge.pk],
        (("source", "telegram"),): [tenge.pk],
        (("source", "Not a word!"),): [],
        (("money", "live"),): [],
        (("money", "test"),): [tenge.pk, euro.pk],
        (("way", "offline"),): [],
        (("odd", "1"),): [tenge.pk],
        (("language", "en"),): [tenge.pk, euro.pk],
        (("created_at_to", "2020-01-01"),): [],
    }.items():
        assert listed(browser, **dict(filters)) == found, filters


def test_the_list_goes_on_from_page_to_page(gift, monkeypatch):
    from wagtail_campaign.donations.admin.listing import DonationListView

    monkeypatch.setattr(DonationListView, "paginate_by", 2)
    for number in range(4):
        gift.pk, gift.key, gift.session, gift.payment_intent = None, None, None, None
        gift.key = f"00000000-0000-0000-0000-00000000000{number}"
        gift.save(force_insert=True)
    browser, seen, place = superuser(), [], ""
    while place is not None:
        answer = browser.get(LIST, {"p": place})
        seen += [row.pk for row in answer.context["object_list"]]
        place = answer.context["places"]["after"]
    assert seen == list(
        Donation.objects.order_by("-created_at", "-pk").values_list("pk", flat=True)
    )


def test_more_gifts_are_no_more_queries(gift_of, django_assert_max_num_queries):
    browser = superuser()
    gift_of()
    browser.get(LIST)
    with django_assert_max_num_queries(40) as first:
        browser.get(LIST)
        number_of_queries = len(first)
    for number in range(3):
        gift_of(email=f"donor{number}@example.org")
    with django_assert_max_num_queries(number_of_queries):
        browser.get(LIST)


def test_a_gift_is_found_by_its_number_or_the_whole_address(gift_of):
    first = gift_of()
    gift_of(email="other@example.org", first_name="Other")
    browser = superuser()
    said = text(browser.post(FIND, {"person": str(first.pk)}))
    assert "Aigul" in said and "Other" not in said
    said = text(browser.post(FIND, {"person": "Aigul@Example.org"}))
    assert "Aigul" in said and "Other" not in said
    assert "Aigul" not in text(browser.post(FIND, {"person": "nobody@example.org"}))
    assert "Give a number, or a whole address." in text(browser.post(FIND, {"person": "aigul"}))
    assert [entry.data["ids"] for entry in log_of("campaign.view_donor")] == [[first.pk]] * 2


def test_a_gift_is_shown_with_its_whole_history(stripe, gift):
    gateway.refund(intent_of(gift), 1000, "1")
    stripe.control.dispute(intent_of(gift))
    sync_donation(gift.pk)
    browser = superuser()
    said = text(browser.get(inspect(gift)))
    for word in ("€25", "€10", "Given back", "Dispute", "fraudulent", "Thanks for a gift"):
        assert word in said, word
    assert "aigul@example.org" in said and gift.payment_intent in said
    assert log_of("campaign.view_donor").get().message == "Saw who gave"
    # It is the test mode of an account: nothing to go to.
    assert "dashboard.stripe.com" not in said


def test_a_live_gift_leads_to_the_dashboard(gift):
    Donation.objects.update(livemode=True)
    said = text(superuser().get(inspect(gift)))
    assert f'href="https://dashboard.stripe.com/payments/{gift.payment_intent}"' in said


def test_an_editor_looks_at_stripe_again(stripe, gift_of):
    gift = gift_of(paid=False)
    stripe.control.pay(gift.session)
    url = reverse("campaign_donations:look_again", args=[gift.pk])
    browser = superuser()
    assert "Stripe says: Paid" in text(browser.post(url, follow=True))
    assert "It is as it was: Paid." in text(browser.post(url, follow=True))
    assert "Looked at Stripe again" in text(browser.get(inspect(gift)))
    stripe.control.fault(times=5, status=503)
    assert "doesn’t answer just now" in text(browser.post(url, follow=True))


def test_the_list_is_downloaded_with_amounts_that_add_up(gift_of, donation_page):
    gift_of(comment="=HYPERLINK(1)")
    gift_of(other="12.50")
    browser = superuser()
    heading, first, second = table(browser.get(EXPORT, {"state": "paid"}))
    first, second = (dict(zip(heading, row, strict=True)) for row in (first, second))
    assert (first["Amount"], second["Amount"]) == ("25.00", "12.50")
    assert (first["E-mail"], first["Comment"]) == ("aigul@example.org", "'=HYPERLINK(1)")
    assert (first["Currency"], first["Money"], first["State"]) == ("EUR", "Of a test key", "Paid")
    [entry] = log_of("campaign.export_donations")
    assert entry.data == {"filters": {"state": "paid"}, "personal": True, "count": 2}
    assert entry.message == "Exported donations with names and addresses (State: Paid)"
    sheet = openpyxl.load_workbook(io.BytesIO(browser.get(XLSX).getvalue())).active
    rows = [[cell.value for cell in row] for row in sheet.rows]
    place = rows[0].index("Amount")
    assert [row[place] for row in rows[1:]] == [25, 12.5]
    outsider = editor("export_donation", edits=[donation_page])
    assert "E-mail" not in table(outsider.get(EXPORT))[0]


def test_a_list_too_long_for_xlsx_is_sent_to_csv(gift, monkeypatch):
    from wagtail_campaign.donations.admin import downloads

    monkeypatch.setattr(downloads, "MOST_AT_ONCE", 0)
    assert "too many for XLSX at once" in text(superuser().get(XLSX))
    assert not log_of("campaign.export_donations").exists()


def test_what_was_typed_as_a_source_is_in_no_log(gift):
    browser = superuser()
    browser.get(EXPORT, {"source": "aigul@example.org"})
    assert log_of("campaign.export_donations").get().data["filters"] == {}
