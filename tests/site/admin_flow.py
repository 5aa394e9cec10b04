"""What ``tests/test_own_site.py`` runs under the settings of the second site: its admin, with
ATOMIC_REQUESTS and users of its own."""

import pytest
from django.core import mail
from django.urls import reverse

from tests.site.flow import TYPED, appeal, confirm_link  # noqa: F401
from wagtail_campaign.actions import tallies
from wagtail_campaign.petitions.models import METRIC, Signature

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def boss(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("boss", password="boss"))
    return client


@pytest.fixture
def signature(client, appeal):  # noqa: F811
    client.post(reverse("wagtail_campaign:petition_sign", args=[appeal.pk]), TYPED)
    return Signature.objects.get()


def test_the_verbs_own_their_transactions_where_requests_are_atomic(boss, signature):
    def do(verb, **sent):
        url = f"{reverse(f'campaign_signatures:{verb}')}?id={signature.pk}"
        assert boss.post(url, sent).status_code == 302
        return tallies.count(signature.petition.key, METRIC)

    assert do("resend") == 0
    assert len(mail.outbox) == 2
    assert boss.post(confirm_link()).status_code == 303
    assert do("invalidate", reason="A bot") == 0
    assert do("restore", reason="No bot") == 1
    assert do("erase") == 1
    assert Signature.objects.get().supporter is None


def test_list_settings_and_export_work_for_a_page_type_of_ones_own(boss, appeal, signature):  # noqa: F811
    assert "Appeal" in boss.get(reverse("campaign_signatures:index")).content.decode()
    assert "Appeal" in boss.get(reverse("campaign_petitions:index")).content.decode()
    exported = b"".join(boss.get(reverse("campaign_signatures:export")).streaming_content)
    assert "Ахметова" in exported.decode()
    editing = boss.get(reverse("wagtailadmin_pages:edit", args=[appeal.pk])).content.decode()
    assert reverse("campaign_petitions:edit", args=[signature.petition_id]) in editing


def test_its_pages_are_guarded_too(boss, appeal, signature):  # noqa: F811
    deleting = boss.post(reverse("wagtailadmin_pages:delete", args=[appeal.pk]))
    assert deleting.status_code == 409
    assert type(appeal).objects.exists()
