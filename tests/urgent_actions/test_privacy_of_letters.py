"""After a letter's whole way nothing of its writer lies where it doesn't belong."""

import logging
import sys

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.signals import got_request_exception
from django.views.debug import ExceptionReporter
from wagtail.models import ModelLogEntry, PageLogEntry

from tests.people import link
from tests.test_privacy import SECRETS, TYPED, Letter, Listener, told
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.mailing.work import run_pass
from wagtail_campaign.urgent_actions.directory.contacts import Contact

from .people import letter_to, write, write_url

pytestmark = pytest.mark.django_db

PERSON = {name: TYPED[name] for name in ("first_name", "last_name", "email", "country")}


def test_nothing_of_the_writer_is_where_it_does_not_belong(
    client, urgent_pages, ministry, post_office, caplog, clock
):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.CRITICAL, logger="mail.log")
    listener, paths, keys = Listener(), [], set()
    logging.getLogger().addHandler(listener)

    def look(answer):
        paths.extend([answer.request["PATH_INFO"], answer.request.get("QUERY_STRING", "")])
        paths.append(answer.headers.get("Location", ""))
        keys.update(cache._cache)
        return answer

    for language, page in urgent_pages.items():
        typed = letter_to(client, page, ministry) | PERSON
        typed |= {"email": f"{language}.{PERSON['email']}", "city": "Plughxyzzy"}
        typed["text"] += " Wvutsrq."
        look(client.post(write_url(page, ministry), {**typed, "do": "print"}))
        look(write(client, page, ministry, typed | {"email": "uiop@asdf"}))
        look(client.get(look(write(client, page, ministry, typed)).url))
        confirm = link(Letter(post_office.received[-1][1]))
        assert b"Qwertina" in look(client.get(confirm)).content
        look(client.get(look(client.post(confirm)).url))
        for answer in ("451 Uiop.Asdf?", "550 Plughxyzzy", "hang up"):
            post_office.at["DATA"] = answer
            clock.forward(minutes=2)
            run_pass()
        post_office.at.clear()
        Contact.objects.update(state="works")
        look(client.get(page.url))
    logging.getLogger().removeHandler(listener)

    assert len(SECRETS) > 5 and any(told(value) for value in PERSON.values())
    assert not [line for line in listener.said if told(line)]
    assert not [path for path in paths if told(path)]
    assert any("campaign:limit:address" in key for key in keys)
    assert not [key for key in keys if told(key)]
    assert not told(list(Mail.objects.values_list("error", flat=True)))
    for model in (PageLogEntry, ModelLogEntry):
        assert not told(list(model.objects.values()))
    records = [
        record
        for model in apps.get_app_config("wagtail_campaign").get_models()
        for record in model.objects.all()
    ]
    assert len(records) > 20
    assert not [record for record in records if told(f"{record!s} {record!r}")]
    for page in urgent_pages.values():
        for path in (page.url, f"/campaign/urgent-actions/{page.pk}/thanks/"):
            assert not told(client.get(path).content.decode())


@pytest.mark.parametrize("do", ["site", "print"])
def test_a_report_of_an_error_holds_nothing_that_was_typed(
    client, urgent_page, ministry, written, monkeypatch, do
):
    """As Django mails it to those in ``ADMINS``."""
    reports = []

    def report(request, **kwargs):
        reporter = ExceptionReporter(request, *sys.exc_info(), is_email=True)
        reports.append(reporter.get_traceback_text())

    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr("wagtail_campaign.urgent_actions.services.placeholders.fill_writer", fail)
    client.raise_request_exception = False
    got_request_exception.connect(report)
    try:
        write(client, urgent_page, ministry, written | PERSON | {"city": "Plughxyzzy", "do": do})
    finally:
        got_request_exception.disconnect(report)
    [said] = reports
    assert "RuntimeError" in said and "first_name" in said and not told(said)
