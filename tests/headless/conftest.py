"""A front end: it sends JSON and reads what comes back."""

import json

import pytest

ROOT = "/campaign/api/v1"


class FrontEnd:
    """A page on another origin, or a server; ``headers`` go with every request."""

    def __init__(self, client, **headers):
        self.client, self.headers = client, headers

    def post(self, path, body=None, **headers):
        """``post("/petitions/3/sign", {...}, idempotency_key="…")``."""
        content = body if isinstance(body, str | bytes) else json.dumps(body or {})
        return self.client.post(
            ROOT + path, content, content_type="application/json", headers=self._all(headers)
        )

    def patch(self, path, body=None, **headers):
        content = body if isinstance(body, str | bytes) else json.dumps(body or {})
        return self.client.patch(
            ROOT + path, content, content_type="application/json", headers=self._all(headers)
        )

    def get(self, path, **headers):
        return self.client.get(ROOT + path, headers=self._all(headers))

    def delete(self, path, **headers):
        return self.client.delete(
            ROOT + path, content_type="application/json", headers=self._all(headers)
        )

    def _all(self, headers):
        found = self.headers | headers
        return {name.replace("_", "-"): value for name, value in found.items()}


@pytest.fixture
def front_end(client):
    return FrontEnd(client)
