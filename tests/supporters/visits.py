"""Going to /campaign/me/ and doing there what the buttons do."""

import re
from html import unescape

from django.core import mail
from django.test import TestCase
from django.urls import reverse

from tests.people import link, signature_of
from wagtail_campaign.mailing import work

ME = "/campaign/me/"


def url(name: str, *args) -> str:
    return reverse(f"wagtail_campaign:{name}", args=args)


def work_off():
    """One pass of campaign_work; what each job did."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return work.run_pass()


def signed_by(page, **typed):
    """A signature whose mails are sent and out of sight."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        signature = signature_of(page, **typed)
    mail.outbox.clear()
    return signature


def ask(client, address: str, **kwargs):
    """Asks for a link; the answer. The mail goes out as on a site without a worker."""
    response = client.post(ME, {"email": address}, **kwargs)
    work_off()
    return response


def magic_link(client, address: str) -> str:
    """The path of a fresh link, out of the mail."""
    ask(client, address)
    return link(mail.outbox[-1], "me/link")


def enter(client, address: str) -> str:
    """Asks, opens the mail, presses the button; the list as text."""
    assert client.post(magic_link(client, address)).status_code == 303
    return page_text(client.get(ME))


def page_text(response) -> str:
    """What a reader reads: no tags, white space folded."""
    assert response.status_code == 200, response.status_code
    body = re.sub(r"<(head|script).*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def act_url(verb: str, signature) -> str:
    return url(f"me_{verb}", "petition", signature.pk)
