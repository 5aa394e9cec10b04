"""Under /campaign/me/, several windows at the same moment."""

import pytest
from django.test import Client

from tests.crowd import at_once
from tests.people import count, signature_of
from wagtail_campaign.actions import tallies
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.petitions import services
from wagtail_campaign.petitions.models import Signature, SignatureState
from wagtail_campaign.supporters import magic_links
from wagtail_campaign.supporters.models import Display, MagicLink, Supporter

from .visits import magic_link, signed_by

pytestmark = pytest.mark.django_db(transaction=True)

DANA = "dana@example.org"


def test_a_link_lets_in_one_browser_of_twenty(client, page):
    signed_by(page)
    path = magic_link(client, DANA)
    answers = at_once(20, lambda i: Client().post(path))
    assert sorted(answer.status_code for answer in answers) == [303] + 19 * [410]
    assert sum("campaign_me" in answer.cookies for answer in answers) == 1


def test_two_workers_mail_a_link_once(page):
    signed_by(page)
    magic_links.ask(DANA, "en")
    link = MagicLink.objects.get()
    at_once(8, lambda i: magic_links.mail.call(link.pk))
    assert Mail.objects.filter(kind="supporters.magic_link").count() == 1


@pytest.mark.parametrize("confirmed", [True, False])
def test_whatever_else_is_pressed_who_was_erased_stays_erased(page, petition, confirmed):
    verbs = [
        services.erase,
        lambda signature: services.show_as(signature, Display.FULL),
        services.withdraw,
        services.confirm,
        services.erase,
        lambda signature: services.show_as(signature, Display.INITIAL),
    ]
    for _ in range(8):
        pk = signature_of(page, confirmed=confirmed).pk
        signatures = Signature.objects.select_related("petition", "supporter")
        read_before = [signatures.get(pk=pk) for _ in verbs]
        at_once(len(verbs), lambda i, read=read_before: verbs[i](read[i]))
        assert not Supporter.objects.exists()
        for kept in Signature.objects.filter(pk=pk):
            assert (kept.supporter_id, kept.public_name, kept.dedupe_key) == (None, "", None)
    assert count(petition) == Signature.objects.filter(state=SignatureState.CONFIRMED).count()
    assert tallies.recount() == []
