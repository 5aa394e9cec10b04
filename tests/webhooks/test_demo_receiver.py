"""The other system of the demo (``example_project/demo_receiver``), and its endpoint."""

import json
import time
from pathlib import Path

import pytest
from django.urls import include, path

from example_project.demo import webhooks
from example_project.demo_receiver import store, views
from wagtail_campaign.webhooks import signing
from wagtail_campaign.webhooks.models import Endpoint

pytestmark = pytest.mark.django_db
TEMPLATES = Path(views.__file__).parents[1]
urlpatterns = [path("demo/webhooks/", include("example_project.demo_receiver.urls"))]
BODY = json.dumps({"type": "signature.confirmed", "data": {"id": 12}})


@pytest.fixture
def demo(settings, tmp_path):
    """The settings of the demo, and where it has its templates."""
    settings.DEMO_RECEIVER_FOLDER = tmp_path / "webhooks"
    settings.HOST, settings.PORT = "127.0.0.1", 8000
    settings.WAGTAIL_CAMPAIGN_WEBHOOKS_ANYWHERE = True
    settings.ROOT_URLCONF = __name__
    [engine] = settings.TEMPLATES
    apps = ("demo_inbox", "demo_receiver", "site_content")
    folders = [TEMPLATES / app / "templates" for app in apps]
    library = "example_project.demo_inbox.templatetags.demo_inbox"
    options = {**engine["OPTIONS"], "libraries": {"demo_inbox": library}}
    settings.TEMPLATES = [{**engine, "DIRS": folders, "OPTIONS": options}]


@pytest.fixture
def told(demo, rf):
    """Tells the receiver by its endpoint; its answer."""
    webhooks.tell_the_receiver()

    def told(body=BODY, **headers):
        signed = signing.headers(Endpoint.objects.get(), "msg_1", BODY) | headers
        request = rf.post("/", body, content_type="application/json", headers=signed)
        return views.receiver(request).status_code

    return told


@pytest.fixture
def read(rf):
    """What its page says."""
    return lambda language="en": views.receiver(rf.get("/", {"lang": language})).content.decode()


def test_it_shows_what_it_was_told(told, read):
    assert "Nothing has come yet" in read()
    assert told() == 200
    said = read()
    assert "signature.confirmed" in said and "The signature is right" in said and "msg_1" in said


def test_it_believes_nobody_else(told, read):
    assert told(BODY + " ") == 400
    old = str(int(time.time()) - 600)
    assert told(**{"webhook-timestamp": old}) == 400
    assert told("not json", **{"webhook-signature": "v1,x v2,y \xff"}) == 400
    assert "The signature is right" not in read()


def test_it_answers_as_a_visitor_wants_it(told, rf):
    for answer in (500, 410, 200):
        assert views.change(rf.post("/", {"answer": answer})).status_code == 302
        assert told() == answer
    views.change(rf.post("/", {"answer": "x", "secret": "x"}))
    assert told() == 200


def test_it_takes_a_new_secret(told, rf):
    kept = store.remembered()["secret"]
    views.change(rf.post("/", {"secret": "whsec_" + "A" * 44}))
    assert told() == 400
    views.change(rf.post("/", {"secret": "whsec_not base64"}))
    assert told() == 400
    views.change(rf.post("/", {"secret": kept}))
    assert told() == 200


def test_the_endpoint_is_made_once_and_follows_the_port(demo, settings):
    webhooks.tell_the_receiver()
    settings.HOST, settings.PORT = "::", 8001
    webhooks.tell_the_receiver()
    assert Endpoint.objects.get().url == "http://[::1]:8001/demo/webhooks/"
    Endpoint.objects.all().delete()
    webhooks.tell_the_receiver()
    assert not Endpoint.objects.exists(), "who deletes it is left in peace"
