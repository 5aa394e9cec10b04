"""Signatures a second, against a Wagtail FormPage with three of its fields.

A real server with two processes (server.py) on loopback, asked by eight visitors at a time. The
form page is that of Wagtail's documentation, and its visitors have the CSRF cookie that it wants.
What is told is wall time, as visitors have it; database and visitors share the machine with the
server. The budget is for connections that are kept (``CONN_MAX_AGE``), as a busy site
keeps them: else both sides wait for PostgreSQL to start a process for each request. What that comes
to is told too, without a budget.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from statistics import median
from urllib.parse import urlencode

from . import http, site, visitors
from .measure import in_turns, ratio
from .report import Row

AT_A_TIME = 8
NUMBER = 100
BUDGET = 2.5


def measure(rounds: int) -> list[Row]:
    """A row for connections kept, and one for connections closed after each request."""
    return [
        _measure(rounds, "kept", {"BENCH_KEEPS_CONNECTIONS": "1"}, BUDGET),
        _measure(max(3, rounds // 3), "closed", {}, None),
    ]


def _measure(rounds: int, way: str, env: dict[str, str], budget: float | None) -> Row:
    to_petition, to_form_page = _to_petition(), _to_form_page()
    with served(env) as port:
        blocks = {
            "form page": lambda: seconds(port, to_form_page, b" 200 ", b"Thank you"),
            "petition": lambda: seconds(port, to_petition, b" 303 ", b"check-your-mail"),
        }
        costs = in_turns(blocks, rounds)
    return Row(
        f"signatures a second, connection {way}",
        f"{1 / median(costs['petition']):.0f} /s",
        "FormPage",
        f"{1 / median(costs['form page']):.0f} /s",
        ratio(costs["form page"], costs["petition"]),
        budget,
        at_least=True,
    )


@contextmanager
def served(env: dict[str, str]):
    """The server while it runs; gives its port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.server"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | env,
        text=True,
    )
    try:
        yield int(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait(20)


def seconds(port: int, make: Callable[[], bytes], status: bytes, said: bytes) -> float:
    """Seconds for one of ``NUMBER`` requests. Raises ``http.Failed`` at a wrong answer."""
    requests = [make() for _ in range(NUMBER)]
    with ThreadPoolExecutor(AT_A_TIME) as crowd:
        start = time.perf_counter()
        answers = list(crowd.map(lambda request: _ask(port, request), requests))
        spent = time.perf_counter() - start
    for answer in answers:
        if status not in answer.split(b"\r\n", 1)[0] or said not in answer:
            raise http.Failed(f"{answer[:500]!r}")
    return spent / NUMBER


def _ask(port: int, request: bytes) -> bytes:
    parts = []
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(request)
        while part := connection.recv(65536):
            parts.append(part)
    return b"".join(parts)


def _to_petition() -> Callable[[], bytes]:
    path, wording = visitors.petition_form()
    return lambda: _post(path, visitors.whole_form(wording))


def _to_form_page() -> Callable[[], bytes]:
    path, secret = site.form().url, "c" * 32
    csrf = {"csrfmiddlewaretoken": secret}
    cookie = f"Cookie: csrftoken={secret}"
    return lambda: _post(path, visitors.three_fields() | csrf, cookie)


def _post(path: str, data: dict, *headers: str) -> bytes:
    body = urlencode(data)
    lines = [
        f"POST {path} HTTP/1.0",
        "Host: localhost",
        f"Origin: {visitors.ORIGIN}",
        f"X-Forwarded-For: {visitors.network()}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
        *headers,
    ]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()
