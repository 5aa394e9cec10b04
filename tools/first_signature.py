"""For the shell of a new site: publish a petition, sign it, confirm by mail, see it counted."""

import re

from django.core import mail
from django.test import Client
from django.test.utils import setup_test_environment
from wagtail.models import Site

from wagtail_campaign.pages.models import PetitionPage

SIGNER = {"first_name": "Test", "last_name": "Signer", "email": "test@example.org", "country": "DE"}


def main():
    setup_test_environment()
    home = Site.objects.get(is_default_site=True).root_page
    page = PetitionPage(title="A first petition", intro="We ask.", addressed_to="The ministry")
    home.add_child(instance=page)

    client = Client()
    form = expect(client.get(page.url), 200)
    target = re.search(r'<form[^>]*action="([^"#]+/sign/)', form)[1]
    expect(client.post(target, SIGNER | {"display": "full"}), 303)
    [message] = mail.outbox
    link = re.search(r"/campaign/confirm/[a-z0-9-]+/", message.body)[0]
    expect(client.get(link), 200)
    expect(client.post(link), 303)
    assert "Test Signer" in expect(client.get(page.url), 200)
    tally = client.get(f"/campaign/tallies/{page.get_action().key}.json")
    assert re.search(r":\s*1\b", expect(tally, 200)), tally.content
    print("A new site with the wheel: signed, confirmed, counted")


def expect(response, status):
    """The body of the answer, which has to have this status."""
    body = response.content.decode()
    assert response.status_code == status, f"{response.status_code} instead of {status}\n{body}"
    return body


main()
