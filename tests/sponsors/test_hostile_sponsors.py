"""Whatever is sent to the addresses of sponsors: no error of ours, nothing that wasn't offered,
nothing of anybody else's, no word of a stranger's that does more than stand there."""

import pytest
from django.core import mail
from django.urls import get_resolver, reverse
from wagtail.models import Page, PageViewRestriction

from tests.editors import editor, superuser, table, text
from tests.hostile import NASTY
from tests.name_server import NameServer
from tests.people import errors_of, link, mails_to
from tests.sponsors.conftest import MP, PARTY, UNION
from tests.sponsors.people import join, join_and_confirm, listed
from tests.supporters.visits import enter, url, work_off
from wagtail_campaign.pages.models import SponsorPage
from wagtail_campaign.sponsors import domains, naming, verifying
from wagtail_campaign.sponsors.models import Sponsor
from wagtail_campaign.supporters.models import Supporter

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'


@pytest.fixture(autouse=True)
def no_limits(settings):
    settings.WAGTAIL_CAMPAIGN_NETWORK_LIMIT = settings.WAGTAIL_CAMPAIGN_ADDRESS_LIMIT = None


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_nothing_typed_into_any_field_is_an_error_of_ours(
    client, page, person, organisation, value
):
    more = {"speaks_for": "", "name_kk": "", "website": "", "via": "", "on_page": "", "consent": ""}
    for kind, typed in (("person", person), ("organisation", organisation)):
        for field in typed | more:
            answer = join(client, page, typed | {field: value}, kind)
            assert answer.status_code in (303, 422), field
            said = answer.content.decode()
            assert SCRIPT not in said and "<img src=x" not in said, field
    for sponsor in Sponsor.objects.all():
        for said in (sponsor.name, sponsor.role, sponsor.organisation, *sponsor.names.values()):
            assert said.isprintable() and len(said) <= 200


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_nothing_looked_for_in_the_list_is_an_error_of_ours(client, page, person, value):
    listed(client, page, person)
    for name in ("q", "type", "country", "list", "join"):
        answer = client.get(page.url, {name: value[:2000]})
        assert answer.status_code == 200, name
        assert SCRIPT not in answer.content.decode() and "<img src=x" not in answer.content.decode()
    assert client.get(page.url, {"q": "_%\\"}).status_code == 200
    assert "Serikova" not in client.get(page.url, {"q": "%"}).content.decode()


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_nothing_changed_under_my_actions_is_an_error_of_ours(client, page, organisation, value):
    sponsor = listed(client, page, organisation)
    enter(client, organisation["email"])
    whole = {"name": "Union", "name_ru": "", "type": "", "country": "", "site": "", "members": ""}
    for field in (*whole, "quote"):
        answer = client.post(url("me_sponsor", sponsor.pk), whole | {field: value})
        assert answer.status_code in (303, 422), field
        assert SCRIPT not in answer.content.decode()


@pytest.mark.parametrize(
    "site",
    [
        "javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://union.example.org",
        "//union.example.org@evil.example",
        "https://user:secret@union.example.org",
        "https://union.example.org\\@evil.example",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost",
        "http://localhost.localdomain",
        "http://db.internal:5432",
        "http://router.lan",
        "http://printer.local",
        "http://union",
        "https://" + "a" * 64 + ".org",
        "https://" + "a." * 140 + "org",
        "https://-union-.example.org",
        "https://union.example.org:99999",
        "https://union..org",
        "https://union.example.org\r\nX: y",
        "https://union.example.org/ a",
    ],
)
def test_a_web_site_is_one_on_the_internet_or_none(client, page, organisation, site):
    answer = join(client, page, organisation | {"site": site})
    if answer.status_code == 303:
        # White space was folded away.
        sponsor = Sponsor.objects.get()
        assert sponsor.website.startswith("https://union.example.org")
        assert " " not in sponsor.website and sponsor.website.isprintable()
    else:
        assert errors_of(answer) == ["site"]


@pytest.mark.parametrize(
    ("site", "asked"),
    [
        ("https://бірлік.example.org/", "xn--"),
        ("https://union.example.org:8443/a", "union.example.org"),
        ("https://WWW.Union.Example.ORG.", "union.example.org"),
    ],
)
def test_name_servers_are_asked_for_a_text_and_nothing_else(
    client, page, organisation, settings, site, asked
):
    with NameServer() as server:
        settings.WAGTAIL_CAMPAIGN_NAME_SERVERS = [("127.0.0.1", server.port)]
        sponsor = listed(client, page, organisation | {"site": site})
        assert not verifying.look(sponsor)
    domain = domains.of_website(sponsor.website)
    assert asked in domain
    assert server.asked == [f"_campaign.{domain}", domain]


def test_a_domain_written_past_the_form_is_not_looked_up(client, page, organisation, settings):
    sponsor = listed(client, page, organisation)
    with NameServer() as server:
        settings.WAGTAIL_CAMPAIGN_NAME_SERVERS = [("127.0.0.1", server.port)]
        for site in (
            "http://127.0.0.1",
            "http://db.internal",
            "http://[::1",
            "https://" + "a." * 140,
        ):
            sponsor.website = site
            assert not verifying.look(sponsor), site
    assert server.asked == []


def test_silent_name_servers_hold_up_no_pass(client, page, organisation, settings, monkeypatch):
    for number in range(3):
        named = {"name": f"Union {number}", "name_ru": "", "email": f"{number}@example.org"}
        listed(client, page, organisation | named)
    Sponsor.objects.update(dns_asked_at=Sponsor.objects.first().created_at)
    monkeypatch.setattr(verifying, "SECONDS", 0.2)
    monkeypatch.setattr(verifying, "A_PASS_SECONDS", 0.1)
    with NameServer() as server:
        server.is_silent = True
        settings.WAGTAIL_CAMPAIGN_NAME_SERVERS = [("127.0.0.1", server.port)]
        work_off()
        assert Sponsor.objects.exclude(dns_looked_at=None).count() == 1
        # The next pass goes on with the others.
        work_off()
        assert Sponsor.objects.exclude(dns_looked_at=None).count() == 2


@pytest.mark.parametrize("members", ["-1", "0", "1e9", "10000000000", "9" * 300, "1.5", "NaN", "٣"])
def test_a_number_of_members_is_one_that_can_be(client, page, organisation, members):
    answer = join(client, page, organisation | {"members": members})
    if answer.status_code == 303:
        assert Sponsor.objects.get().members == 3
    else:
        assert errors_of(answer) == ["members"]


@pytest.mark.parametrize(
    "tampered",
    [
        {"type": "6f1c4a5e-9999-4c1e-9d0f-000000000001"},
        {"type": UNION},
        {"type": PARTY},
        {"type": "organisation"},
        {"type": MP.upper()},
        {"country": "XX"},
        {"country": "de"},
        {"speaks_for": "everybody"},
        {"email": "victim@example.org,me@example.org"},
        {"email": "me@example.org\r\nBcc: victim@example.org"},
        {"quote": "Read https://evil.example"},
        {"role": "www.evil.example"},
        {"last_name": "me@evil.example"},
    ],
    ids=str,
)
def test_only_what_is_offered_can_be_chosen(client, page, person, tampered):
    answer = join(client, page, person | tampered)
    assert (answer.status_code, errors_of(answer)) == (422, list(tampered))
    assert not Sponsor.objects.exists() and mail.outbox == []


def test_the_type_of_another_list_is_none_of_this(client, home, page, person):
    theirs = "6f1c4a5e-1111-4c1e-9d0f-00000000000f"
    block = f'[{{"type": "person", "id": "{theirs}", "value": {{"name": "A", "heading": "As"}}}}]'
    home.add_child(instance=SponsorPage(title="Other", slug="other", types=block))
    assert errors_of(join(client, page, person | {"type": theirs})) == ["type"]
    sponsor = listed(client, page, person)
    enter(client, person["email"])
    typed = {"name": "Aigul", "country": "DE", "type": theirs}
    assert client.post(url("me_sponsor", sponsor.pk), typed).status_code == 422


def test_what_the_form_does_not_ask_is_not_kept(client, page, sponsor_list, person):
    sponsor_list.ask_quote = sponsor_list.ask_role = "off"
    sponsor_list.save()
    smuggled = {"state": "published", "verified_by": "editor", "is_entered": "on", "logo": "1"}
    smuggled |= {"members": "9", "site": "https://evil.example", "needs_review": "", "id": "7"}
    join(client, page, person | smuggled | {"sponsor_list": "9", "name": "Somebody Else"}, "person")
    sponsor = Sponsor.objects.get()
    assert (sponsor.state, sponsor.verified_by, sponsor.is_entered) == ("pending", "", False)
    assert (sponsor.quote, sponsor.role, sponsor.members, sponsor.website) == ("", "", None, "")
    assert (sponsor.name, sponsor.sponsor_list) == ("Aigul Serikova", sponsor_list)


def test_no_form_is_taken_by_a_page_that_takes_none(client, home, page, person):
    draft = home.add_child(instance=SponsorPage(title="Draft", slug="draft", live=False))
    plain = home.add_child(instance=Page(title="Plain", slug="plain"))
    for pk in (draft.pk, plain.pk, home.pk, 0, 10**17):
        for kind in ("person", "organisation"):
            address = reverse("wagtail_campaign:sponsor_join", args=[pk, kind])
            assert client.post(address, person).status_code == 404, pk
        for step in ("sponsor_check_mail", "sponsor_thanks"):
            assert client.get(reverse(f"wagtail_campaign:{step}", args=[pk])).status_code == 404
    nobody = client.post(f"/campaign/sponsors/{page.pk}/join/nobody/", person, follow=True)
    assert nobody.status_code == 404
    assert client.get(f"/campaign/sponsors/{page.pk}/join/person/").status_code == 405
    assert not Sponsor.objects.exists()


def test_who_may_not_see_a_page_can_not_join_there(client, page, person, organisation):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    for typed in (person, organisation):
        answer = join(client, page, typed)
        assert answer.status_code in (302, 404)
    assert not Sponsor.objects.exists() and mail.outbox == []


def test_persons_that_are_switched_off_can_not_join(client, page, sponsor_list, person):
    sponsor_list.joins_persons = False
    sponsor_list.save()
    assert join(client, page, person).status_code == 404
    shown = client.get(f"{page.url}?join=person").content.decode()
    assert 'name="authority"' in shown


def test_another_sites_page_can_not_send_the_form(client, page, person):
    address = reverse("wagtail_campaign:sponsor_join", args=[page.pk, "person"])
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        assert client.post(address, person, headers=headers).status_code == 403
    assert not Sponsor.objects.exists()


def test_a_link_for_one_thing_opens_no_other(client, page, person, organisation):
    join(client, page, organisation)
    theirs = Sponsor.objects.get()
    mine = join_and_confirm(client, page, person)
    secret = mine.token("confirm").rpartition("-")[2]
    for token in (
        mine.token("disown"),
        f"sponsor-{theirs.pk}-{secret}",
        f"signature-{mine.pk}-{secret}",
        f"donation-{mine.pk}-{secret}",
        f"sponsor-{theirs.pk}-{'0' * 64}",
        mine.token("confirm").upper(),
        f"sponsor-{'9' * 18}-{secret}",
    ):
        path = reverse("wagtail_campaign:confirm", args=[token])
        assert client.get(path).status_code in (404, 410), token
        assert client.post(path).status_code in (404, 410), token
    theirs.refresh_from_db()
    assert theirs.state == "pending"


def test_nobody_does_anything_to_the_entry_of_another(client, page, person, organisation):
    theirs = listed(client, page, organisation)
    join_and_confirm(client, page, person)
    enter(client, person["email"])
    addresses = [
        url("me_sponsor", theirs.pk),
        url("me_sponsor_prove", theirs.pk),
        url("me_withdraw", "sponsor", theirs.pk),
        url("me_erase", "sponsor", theirs.pk),
        url("me_sponsor", 10**17),
    ]
    before = Sponsor.objects.filter(pk=theirs.pk).values().get()
    for address in addresses:
        answer = client.post(address, {"name": "Mine now", "country": "DE"})
        assert answer.status_code == 404, address
    assert Sponsor.objects.filter(pk=theirs.pk).values().get() == before


def test_no_answer_tells_who_is_on_the_list(client, page, organisation):
    """Neither of the same address, nor of another one's organisation; the list itself is public."""
    answers = []
    for email in ("bolat@gmail.com", "bolat@gmail.com", "other@example.org"):
        answer = join(client, page, organisation | {"email": email})
        answers.append((answer.status_code, answer.url, answer.content))
        confirmed = client.post(link(mails_to(email)[0]))
        answers.append((confirmed.status_code, confirmed.url, confirmed.content))
    assert answers[0::2] == [answers[0]] * 3 and answers[1::2] == [answers[1]] * 3
    assert Sponsor.objects.filter(state="waiting").count() == 2


def test_words_of_strangers_stand_there_and_do_nothing(client, page, person, organisation):
    evil = f"{SCRIPT}{IMAGE}"
    them = listed(
        client,
        page,
        organisation
        | {"name": evil, "name_ru": IMAGE, "quote": evil, "authority": evil, "first_name": SCRIPT}
        | {"site": 'https://union.example.org/"onclick="alert(1)'},
    )
    her = listed(client, page, person | {"last_name": IMAGE, "role": evil, "organisation": evil})
    enter(client, person["email"])
    admin = superuser()
    sponsors = [them, her]
    pages = [
        client.get(page.url),
        client.get(url("me")),
        client.get(url("me_sponsor", her.pk)),
        admin.get(reverse("campaign_sponsors:index") + "?people=1"),
        admin.get(reverse("campaign_sponsor_lists:index")),
        admin.get(reverse("campaign_sponsor_lists:figures", args=[page.get_action().pk])),
        admin.post(reverse("campaign_sponsors:find"), {"person": person["email"]}),
    ]
    for sponsor in sponsors:
        pages.append(admin.get(reverse("campaign_sponsors:inspect", args=[sponsor.pk])))
        pages.append(admin.get(reverse("campaign_sponsors:edit", args=[sponsor.pk])))
        pages.append(admin.get(f"{reverse('campaign_sponsors:decline')}?id={sponsor.pk}"))
    for answer in pages:
        said = answer.content.decode()
        where = answer.request["PATH_INFO"]
        assert answer.status_code == 200, where
        assert SCRIPT not in said and "<img src=x" not in said and '"onclick="' not in said, where
    for message in mail.outbox:
        [html] = [content for content, _ in message.alternatives]
        assert SCRIPT not in html and "<img src=x" not in html
        assert "alert" not in message.subject and "\n" not in message.subject


def test_no_name_writes_into_the_head_of_a_mail(client, page, person):
    typed = person | {"last_name": "Serikova\r\nBcc: all", "role": "x\r\n\r\nHello"}
    sponsor = listed(client, page, typed)
    assert sponsor.name == "Aigul Serikova Bcc: all"
    for message in mail.outbox:
        assert message.recipients() == [person["email"]]
        assert "Bcc" not in message.message() and "\n" not in message.subject


@pytest.mark.parametrize("view", ["export", "export_xlsx"])
def test_no_word_of_a_stranger_is_a_formula_in_a_download(client, page, person, view):
    formula = "=HYPERLINK(A1;B2)"
    typed = person | {"first_name": formula, "last_name": "+1", "email": "=1+1@example.org"}
    typed |= {"role": "-SUM(A1)", "organisation": "+cmd", "quote": "\t=2+3", "via": "=x"}
    listed(client, page, typed)
    answer = superuser().get(reverse(f"campaign_sponsors:{view}"))
    assert answer.status_code == 200
    if view == "export":
        [row] = table(answer)[1:]
        assert [cell for cell in row if cell.strip()[:1] in {"=", "+", "-", "@", "\t"}] == []
        assert f"'{formula} +1" in row


def test_nobody_hides_in_letters_that_cannot_be_seen(client, page, person, organisation):
    hidden = {
        "first_name": "\u202eAi\u200bgul\u2066",
        "last_name": "Se\u00adri\ufeffkova\U000e0041",
    }
    assert listed(client, page, person | hidden).name == "Aigul Serikova"
    listed(client, page, organisation)
    again = {
        "name": "Oil\u2060 Work\u200bers’\u202e UNION",
        "name_ru": "",
        "email": "o@example.org",
    }
    other = join_and_confirm(client, page, organisation | again)
    assert naming.bare(other.name) == "oil workers union"
    said = text(superuser().get(reverse("campaign_sponsors:inspect", args=[other.pk])))
    assert "is on the list already" in said


def test_marks_tell_names_apart(client):
    assert naming.bare("हिन्दी") != naming.bare("हानदा")
    assert naming.bare("«Союз» — №1!") == naming.bare("союз №1")


def admin_paths(sponsor, page) -> list[str]:
    """Every address of the admin of sponsors."""
    sponsor_list, query = page.get_action(), f"?id={sponsor.pk}"
    names = {
        "campaign_sponsors": {"inspect": [sponsor.pk], "edit": [sponsor.pk]},
        "campaign_sponsor_lists": {
            "edit": [sponsor_list.pk],
            "figures": [sponsor_list.pk],
            "enter": [sponsor_list.pk],
            "import": [sponsor_list.pk],
            "of_page": [page.pk],
            "sponsors_of_page": [page.pk],
        },
    }
    found = []
    for namespace, given in names.items():
        _prefix, resolver = get_resolver().namespace_dict[namespace]
        for name in {each for each in resolver.reverse_dict if isinstance(each, str)}:
            found.append(reverse(f"{namespace}:{name}", args=given.get(name, [])) + query)
    assert len(found) >= 20
    return found


def test_without_a_right_no_address_of_the_admin_answers(client, page, person):
    sponsor = join_and_confirm(client, page, person)
    before = Sponsor.objects.values().get()
    for browser in (client, editor(), editor("change_petition", edits=[page])):
        for path in admin_paths(sponsor, page):
            for answer in (browser.get(path), browser.post(path, {"reason": "x", "by": "editor"})):
                assert answer.status_code in (302, 403, 404, 405), path
                assert "Serikova" not in answer.content.decode(), path
    assert Sponsor.objects.values().get() == before
    assert Supporter.objects.count() == 1


def test_with_all_rights_but_another_page_nothing_of_a_list_is_reached(client, home, page, person):
    sponsor = join_and_confirm(client, page, person)
    other = home.add_child(instance=SponsorPage(title="Other", slug="other"))
    rights = ("view_sponsor", "export_sponsor", "moderate_sponsor", "change_sponsorlist")
    stranger = editor(*rights, edits=[other])
    before = Sponsor.objects.values().get()
    for path in admin_paths(sponsor, page):
        for answer in (stranger.get(path), stranger.post(path, {"reason": "x", "by": "editor"})):
            assert answer.status_code < 500, path
            assert b"Serikova" not in answer.getvalue(), path
    assert Sponsor.objects.values().get() == before


def test_odd_addresses_of_the_admin_are_no_error(client, page, person):
    sponsor = join_and_confirm(client, page, person)
    admin = superuser()
    for name in ("publish", "decline", "verify", "erase", "look_up", "restore"):
        for query in ("", "?id=x", "?id=-1", f"?id={'9' * 30}", "?id=0", "?id=%00"):
            path = reverse(f"campaign_sponsors:{name}") + query
            assert admin.get(path, follow=True).status_code == 404, path
    for seen in ("x", "1-", "-", f"{sponsor.pk}-x", "9" * 40, f"{sponsor.pk}-" + "9" * 30, "%00"):
        path = f"{reverse('campaign_sponsors:publish')}?id={sponsor.pk}&seen={seen}"
        assert admin.get(path).status_code == 200, seen
    index = reverse("campaign_sponsors:index")
    for query in (
        "sponsor_list=x",
        "sponsor_list=%00",
        f"sponsor_list={'9' * 40}",
        "type=x",
        "name=%00",
    ):
        assert admin.get(f"{index}?{query}").status_code == 200, query
        assert admin.get(f"{index}?sponsor_list={page.get_action().pk}&{query}").status_code == 200
