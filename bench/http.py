"""Requests to the site in this process, through all of its middleware and no network."""

import io
from urllib.parse import urlencode

from django.core.handlers.wsgi import WSGIHandler

_answered = []


class Failed(Exception):
    """The site answered something else than what is measured."""


def get(path: str, **headers) -> dict:
    """The WSGI environment of a GET. ``headers`` as in WSGI: ``HTTP_COOKIE="…"``."""
    return _environ("GET", path, b"", headers)


def post(path: str, data: dict, **headers) -> dict:
    """The WSGI environment of a form that was sent."""
    return _environ("POST", path, urlencode(data, doseq=True).encode(), headers)


def send(path: str, body: bytes, **headers) -> dict:
    """The WSGI environment of JSON that was sent."""
    return _environ("POST", path, body, {"CONTENT_TYPE": "application/json", **headers})


def answer(application: WSGIHandler, environ: dict) -> tuple[str, bytes]:
    """What a server does with one request: (status line, body). ``request_finished`` is sent."""
    response = application(environ, _start_response)
    body = b"".join(response)
    response.close()
    return _answered.pop(), body


def _start_response(status, headers):
    _answered.append(status)


def _environ(method: str, path: str, body: bytes, headers: dict) -> dict:
    path, _, query = path.partition("?")
    return {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": "application/x-www-form-urlencoded" if body else "",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_LANGUAGE": "en",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        **headers,
    }
