"""A front end: it sends JSON and reads what comes back."""

import json
import re
from functools import cache

import pytest
from django.urls import resolve

from wagtail_campaign.api import api
from wagtail_campaign.headless.views import document_of

ROOT = "/campaign/api/v1"
#: What HTTP says of any address: not changed since, no such method.
OF_ALL = {304, 405}


@cache
def documented() -> dict:
    """The operations of the published document, by path and method."""
    return document_of(api)["paths"]


class FrontEnd:
    """A page on another origin, or a server; ``headers`` go with every request."""

    def __init__(self, client, **headers):
        self.client, self.headers = client, headers

    def post(self, path, body=None, **headers):
        """``post("/petitions/3/sign", {...}, idempotency_key="…")``."""
        return self._send("post", path, body, headers)

    def patch(self, path, body=None, **headers):
        return self._send("patch", path, body, headers)

    def get(self, path, **headers):
        return self._documented(self.client.get(ROOT + path, headers=self._all(headers)))

    def delete(self, path, **headers):
        answer = self.client.delete(
            ROOT + path, content_type="application/json", headers=self._all(headers)
        )
        return self._documented(answer)

    def _send(self, method, path, body, headers):
        content = body if isinstance(body, str | bytes) else json.dumps(body or {})
        send = getattr(self.client, method)
        return self._documented(
            send(ROOT + path, content, content_type="application/json", headers=self._all(headers))
        )

    def _all(self, headers):
        found = self.headers | headers
        return {name.replace("_", "-"): value for name, value in found.items()}

    def _documented(self, answer):
        """Every answer of an operation stands in the published document."""
        path = re.sub(r"<(\w+)>", r"{\1}", f"/{resolve(answer.request['PATH_INFO']).route}")
        operations = documented().get(path, {})
        operation = operations.get(answer.request["REQUEST_METHOD"].lower())
        if operation and answer.status_code not in OF_ALL:
            assert answer.status_code in operation["responses"], (path, answer.status_code)
        return answer


@pytest.fixture
def front_end(client):
    return FrontEnd(client)
