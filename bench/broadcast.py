"""An update mailed to many: mails a second, CPU and memory of the process that sends them.

The update is sent as ``campaign_work`` sends it, with no limit of its rate, over a real
conversation with a mail server in another process, which counts (post_office.py). Sent are, each in
a process that does nothing else, a tenth of the mails and all; what they cost and the most memory
that the process had (``ru_maxrss``) are compared. Every recipient must get exactly one mail.

``python -m bench.broadcast`` sends it to those who asked for news in ``BENCH_DATABASE``, by the
mail server at ``BENCH_MAIL_PORT``, and prints the numbers.
"""

import json
import os
import resource
import subprocess
import sys
import time

import django

from . import http
from .report import Row, ms

MEMORY_BUDGET = 1.1


def measure(part: str, full: str) -> list[Row]:
    """Four rows; ``part`` and ``full`` are databases, with a tenth of the recipients and all."""
    few, many = _sent(part), _sent(full)
    tenth = f"to {few['total']:,}"
    return [
        Row(
            f"broadcast to {many['total']:,}, mails a second",
            f"{many['total'] / many['seconds']:,.0f} /s",
            tenth,
            f"{few['total'] / few['seconds']:,.0f} /s",
            many["total"] / many["seconds"] * few["seconds"] / few["total"],
        ),
        Row(
            "CPU of a mail of it",
            ms(many["cpu"] / many["total"]),
            tenth,
            ms(few["cpu"] / few["total"]),
            many["cpu"] / many["total"] * few["total"] / few["cpu"],
        ),
        Row(
            "memory of who sends it",
            f"{many['memory'] / 1024:.0f} MB",
            tenth,
            f"{few['memory'] / 1024:.0f} MB",
            many["memory"] / few["memory"],
            MEMORY_BUDGET,
        ),
        Row(
            "addresses that got it, once each",
            f"{many['addresses']:,}",
            "recipients",
            f"{many['total']:,}",
            many["addresses"] / many["total"],
            1.0,
            at_least=True,
        ),
    ]


def _sent(database: str) -> dict:
    """Sends it; the numbers of the sender and of the mail server. Raises ``http.Failed`` where
    somebody got it twice, or somebody who hadn't asked for it."""
    office = subprocess.Popen(
        [sys.executable, "-m", "bench.post_office"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        port = office.stdout.readline().strip()
        done = subprocess.run(
            [sys.executable, "-m", "bench.broadcast"],
            env={**os.environ, "BENCH_DATABASE": database, "BENCH_MAIL_PORT": port},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    finally:
        said, _ = office.communicate()
    number, addresses = map(int, said.split())
    sent = json.loads(done.stdout)
    if number != addresses or addresses != sent["total"]:
        raise http.Failed(f"{number} mails to {addresses} of {sent['total']} recipients")
    return {**sent, "addresses": addresses}


def send() -> dict:
    """Plans the broadcast and sends it to its end, one pass after the other."""
    from wagtail_campaign.mailing import broadcasts, kinds, work
    from wagtail_campaign.mailing.models import Broadcast, BroadcastState

    from . import site

    kind = kinds.get("updates.update")
    [broadcast] = broadcasts.start(kind.find(site.post_update().pk), kind.name, None)
    lease = work.Lease()
    lease.take()
    started, cpu = time.monotonic(), time.process_time()
    while Broadcast.objects.exclude(state=BroadcastState.DONE).exists():
        broadcasts.send_due(lease)
    return {
        "total": broadcast.total,
        "seconds": time.monotonic() - started,
        "cpu": time.process_time() - cpu,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(send()))
