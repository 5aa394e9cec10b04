"""CSV export: rows a second against a FormPage's export, and memory however long it is.

Both exports go through the admin, as a superuser, and are read to the end; a second is one of CPU.
The FormPage asks the nine things that the petition's form asks, and exports them with the date; the
petition's export has seventeen columns. Memory is the most that a process which
does nothing else has had (``ru_maxrss``), for a tenth of the signatures and for all.

``python -m bench.export`` exports the signatures of ``BENCH_DATABASE`` and prints its kilobytes.
"""

import os
import resource
import subprocess
import sys
import time
from statistics import median

import django
from django.core.handlers.wsgi import WSGIHandler

from . import http
from .measure import in_turns, ratio
from .report import Row

PETITION = "/admin/campaign/signatures/export/"
BUDGET = 3.0
MEMORY_BUDGET = 1.05


def measure(rounds: int, part: str, full: str) -> list[Row]:
    """Two rows; ``part`` and ``full`` are databases, with a tenth of the signatures and all."""
    from . import million, site

    million.use(part)
    form_page = f"/admin/forms/submissions/{site.whole_form().pk}/?export=csv"
    cookie = sign_in()
    blocks = {
        "form page": lambda: _cpu_of_row(form_page, cookie),
        "petition": lambda: _cpu_of_row(PETITION, cookie),
    }
    costs = in_turns(blocks, rounds)
    memory = {database: _memory(database) for database in (part, full)}
    return [
        Row(
            "CSV export, rows a second",
            f"{1 / median(costs['petition']):,.0f} /s",
            "FormPage",
            f"{1 / median(costs['form page']):,.0f} /s",
            ratio(costs["form page"], costs["petition"]),
            BUDGET,
            at_least=True,
        ),
        Row(
            "memory of the export",
            f"{memory[full] / 1024:.0f} MB",
            "of a tenth of it",
            f"{memory[part] / 1024:.0f} MB",
            memory[full] / memory[part],
            MEMORY_BUDGET,
        ),
    ]


def sign_in() -> str:
    """The cookie of a superuser who signed in to the admin."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    users = get_user_model().objects
    user = users.filter(username="bench").first() or users.create_superuser("bench")
    client = Client()
    client.force_login(user)
    return f"sessionid={client.cookies['sessionid'].value}"


def read(path: str, cookie: str) -> int:
    """Reads an export to its end; returns how many rows it had, without the heading."""
    status = []
    environ = http.get(path, HTTP_COOKIE=cookie)
    response = WSGIHandler()(environ, lambda line, headers: status.append(line))
    rows = sum(part.count(b"\r\n") for part in response) - 1
    response.close()
    if not status[0].startswith("200") or rows < 1:
        raise http.Failed(f"{status[0]}, {rows} rows")
    return rows


def _cpu_of_row(path: str, cookie: str) -> float:
    start = time.process_time()
    rows = read(path, cookie)
    return (time.process_time() - start) / rows


def _memory(database: str) -> int:
    done = subprocess.run(
        [sys.executable, "-m", "bench.export"],
        env={**os.environ, "BENCH_DATABASE": database},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return int(done.stdout)


if __name__ == "__main__":
    django.setup()
    read(PETITION, sign_in())
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
