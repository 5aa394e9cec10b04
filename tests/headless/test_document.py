"""The published document: what is promised of the API, and whether it is kept."""

import json
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import reverse
from pydantic import BaseModel

from wagtail_campaign.api import api
from wagtail_campaign.headless.views import document_of

PUBLISHED = Path(__file__).with_name("openapi.json")


def test_a_change_of_the_published_document_is_noticed():
    """``python tools/api_document.py`` writes it anew, after thought."""
    assert written() == PUBLISHED.read_text()


@pytest.mark.django_db
def test_it_is_served_and_every_operation_in_it_is_described(client):
    answer = client.get(reverse("wagtail_campaign:api_document"))
    document = answer.json()
    assert document["openapi"].startswith("3.1")
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            assert operation["description"], (method, path)
            assert operation["tags"], (method, path)
            for status, response in operation["responses"].items():
                if int(status) >= 400:
                    assert list(response["content"]) == ["application/problem+json"]


def test_no_two_schemas_have_one_name():
    """In the document the one would stand in the other's place."""
    kinds = [BaseModel]
    for kind in kinds:
        kinds += [one for one in kind.__subclasses__() if one not in kinds]
    ours = [kind for kind in kinds if kind.__module__.startswith("wagtail_campaign.")]
    names = Counter(kind.__name__ for kind in ours)
    assert len(ours) > 40 and [name for name, number in names.items() if number > 1] == []


@pytest.mark.django_db
def test_where_ninja_is_installed_there_is_a_page_to_try_it_out(client, monkeypatch):
    page = reverse("wagtail_campaign:api")
    assert client.get(page).status_code == 404
    monkeypatch.setattr(apps, "is_installed", lambda name: name == "ninja")
    text = client.get(page).content.decode()
    assert "/static/ninja/swagger-ui-bundle.js" in text and "//cdn" not in text
    assert reverse("wagtail_campaign:api_document") in text


def written() -> str:
    return json.dumps(document_of(api), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
