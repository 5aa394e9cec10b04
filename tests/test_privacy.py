"""After a full run no address and no name lies where it doesn't belong."""

import logging
from urllib.parse import unquote

import pytest
from django.apps import apps
from django.core.cache import cache
from django_tasks.signals import task_enqueued
from wagtail.models import ModelLogEntry, PageLogEntry

from tests.people import link, sign
from tests.questions import ask, asked
from tests.supporters.visits import work_off
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.petitions.models import Signature

pytestmark = pytest.mark.django_db

TYPED = {
    "first_name": "Qwertina",
    "last_name": "Zxcvbnova",
    "email": "Uiop.Asdf@Ghjkl.example.org",
    "country": "KZ",
    "postcode": "PQ9876",
    "organisation": "Mnbvc",
    "comment": "Plughxyzzy",
    "display": "full",
}
ANSWERED = "Wvutsrq"
SECRETS = [
    "wvutsrq",
    "qwertina",
    "zxcvbnova",
    "uiop",
    "asdf",
    "ghjkl",
    "pq9876",
    "mnbvc",
    "plughxyzzy",
]


def told(text) -> list[str]:
    """What of all that was typed is in a text."""
    text = unquote(str(text)).casefold()
    return [secret for secret in SECRETS if secret in text]


class Letter:
    """A mail that the server took, with its text where ``link`` looks for it."""

    def __init__(self, message):
        self.body = message.get_body(("plain",)).get_content()


class Listener(logging.Handler):
    """Keeps all that is logged."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.said = []

    def emit(self, record):
        exception = record.exc_info and logging.Formatter().formatException(record.exc_info)
        self.said.append(f"{record.name} {record.getMessage()} {record.args} {exception}")


@pytest.fixture
def run(client, pages, set_petition, post_office, caplog, clock):
    """Signs, repeats, errs, confirms, disowns, is refused by mail servers, in three languages, and
    looks at its own acts; gives what was seen on the way."""
    caplog.set_level(logging.DEBUG)
    # The test's own mail server logs whom it gets mails for.
    caplog.set_level(logging.CRITICAL, logger="mail.log")
    set_petition(ask_postcode="optional", ask_organisation="optional", ask_comment="optional")
    town = f"question_{asked(ask(pages['en']), 'Which town?').uuid}"
    listener = Listener()
    logging.getLogger().addHandler(listener)
    seen = {"logs": listener.said, "paths": [], "keys": set(), "tasks": []}

    def look(answer):
        seen["paths"] += [answer.request["PATH_INFO"], answer.request.get("QUERY_STRING", "")]
        seen["paths"].append(answer.headers.get("Location", ""))
        seen["keys"] |= set(cache._cache)
        return answer

    def hear(sender, task_result, **kwargs):
        seen["tasks"].append((task_result.task.name, task_result.args, task_result.kwargs))

    task_enqueued.connect(hear)
    for language, page in pages.items():
        typed = TYPED | {"email": f"{language}.{TYPED['email']}", town: ANSWERED}
        look(client.get(page.url))
        look(sign(client, page, typed | {"email": "uiop@asdf"}))
        look(client.get(look(sign(client, page, typed)).url))
        letter = Letter(post_office.received[-1][1])
        look(client.get(link(letter)))
        look(client.get(look(client.post(link(letter))).url))
        look(client.get(page.url))
        look(sign(client, page, typed))
        for answer in ("451 uiop.asdf?", "550 No Uiop.Asdf@Ghjkl.example.org here", "hang up"):
            post_office.at["DATA"] = answer
            look(sign(client, page, typed | {"email": f"{answer[:3]}{language}.{TYPED['email']}"}))
        post_office.at.clear()
        other = typed | {"email": f"other.{language}.{TYPED['email']}"}
        look(sign(client, page, other))
        look(client.post(link(Letter(post_office.received[-1][1]), "disown")))
        look(client.post("/campaign/me/", {"email": typed["email"]}))
        work_off()
        me = link(Letter(post_office.received[-1][1]), "me/link")
        look(client.get(me))
        look(client.get(look(client.post(me)).url))
    clock.forward(days=4)
    work_off()
    clock.forward(days=11)
    work_off()
    task_enqueued.disconnect(hear)
    logging.getLogger().removeHandler(listener)
    assert Signature.objects.filter(public_name="Qwertina Zxcvbnova").count() == 3
    return seen


def test_nothing_of_them_is_where_it_does_not_belong(run, client, pages):
    assert any("django.request" in line for line in run["logs"])
    assert any("wagtail_campaign.mailing" in line for line in run["logs"])
    assert not [line for line in run["logs"] if told(line)]

    assert len(run["paths"]) > 50
    assert not [path for path in run["paths"] if told(path)]

    assert any("campaign:limit:address" in key for key in run["keys"])
    assert not [key for key in run["keys"] if told(key)]

    ours = [task for task in run["tasks"] if task[0].startswith("wagtail_campaign") or task[1]]
    assert ours
    for name, args, kwargs in run["tasks"]:
        assert not told((name, args, kwargs))

    records = [
        record
        for model in apps.get_app_config("wagtail_campaign").get_models()
        for record in model.objects.all()
    ]
    assert len(records) > 20
    assert not [record for record in records if told(f"{record!s} {record!r}")]

    assert not told(list(Mail.objects.values_list("error", flat=True)))
    for model in (PageLogEntry, ModelLogEntry):
        assert not told(list(model.objects.values()))

    for page in pages.values():
        for path in (page.url, f"/campaign/petitions/{page.pk}/thanks/"):
            shown = client.get(path).content.decode()
            assert set(told(shown)) <= {"qwertina", "zxcvbnova"}, "the public name"
