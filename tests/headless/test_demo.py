"""The demo has both APIs where the guide says, for pages of one's own as well."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import wagtail

ROOT = Path(__file__).parents[2]
ASK = """
import json, sys
import django
django.setup()
from django.conf import settings
from django.test import Client
from django.urls import resolve

served = {path: resolve(path).route for path in sys.argv[1:]}
preflight = {
    "Host": "localhost",
    "Origin": "http://127.0.0.1:8123",
    "Access-Control-Request-Method": "POST",
}
allowed = Client(headers=preflight).options("/campaign/api/v1/me/link").headers
print(json.dumps([served, allowed.get("Access-Control-Allow-Origin")]))
"""


@pytest.fixture
def asked(tmp_path):
    """``asked(*paths, **environment)``: at which routes the demo has these, and which origin it
    allows; in a process of its own, as it has settings of its own."""

    def asked(*paths, **environment):
        kept = {key: os.environ[key] for key in os.environ.keys() - {"DATABASE_URL", "DEBUG"}}
        own = {"DJANGO_SETTINGS_MODULE": "example_project.settings", "DEMO_FOLDER": str(tmp_path)}
        outcome = subprocess.run(
            [sys.executable, "-c", ASK, *paths],
            cwd=ROOT,
            env=kept | own | environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return json.loads(outcome.stdout)

    return asked


def test_the_demo_serves_wagtails_api_outside_of_its_languages(asked):
    versions = ["2", "3"] if wagtail.VERSION >= (8, 0) else ["2"]
    paths = [f"/api/v{version}/pages/" for version in versions]
    served, allowed = asked(*paths, "/campaign/api/v1/actions")
    assert all(served[path].startswith(path[1:8]) for path in paths)
    assert allowed is None


def test_who_tries_a_page_of_their_own_names_its_origin(asked):
    assert asked(API_ORIGINS="http://127.0.0.1:8123")[1] == "http://127.0.0.1:8123"
