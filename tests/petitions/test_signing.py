import re

import pytest
from django.core import mail
from django.urls import reverse

from wagtail_campaign.actions import tallies
from wagtail_campaign.petitions.models import METRIC, Signature

pytestmark = pytest.mark.django_db(transaction=True)


def sign(client, page, typed):
    return client.post(reverse("wagtail_campaign:petition_sign", args=[page.pk]), typed)


def link(message, purpose="confirm"):
    return re.search(rf"/campaign/{purpose}/[a-z0-9-]+/", message.body)[0]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_supporter_signs_and_confirms_in_her_language(client, pages, petition, typed, language):
    page = pages[language]
    response = client.get(page.url)
    assert response.status_code == 200
    response = sign(client, page, typed)
    assert response.status_code == 303
    assert client.get(response.url).status_code == 200
    assert tallies.count(petition.key, METRIC) == 0
    [message] = mail.outbox
    confirm = link(message)
    assert client.get(confirm).status_code == 200
    assert tallies.count(petition.key, METRIC) == 0
    response = client.post(confirm)
    assert response.status_code == 303
    assert client.get(response.url).status_code == 200
    assert tallies.count(petition.key, METRIC) == 1
    for shown in pages.values():
        assert b"Aigul Serikova" in client.get(shown.url).content


def test_what_was_typed_stays_when_something_is_missing(client, pages, typed):
    response = sign(client, pages["kk"], typed | {"email": "nobody"})
    assert response.status_code == 422
    assert "Serikova" in response.content.decode()
    assert not Signature.objects.exists()
