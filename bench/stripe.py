"""The offline Stripe in a process of its own, so that what it does isn't taken for the site's work.

``python -m bench.stripe`` serves it until its standard input ends; it prints its address first.
"""

import subprocess
import sys
from contextlib import contextmanager


@contextmanager
def serving():
    """While it serves: its address."""
    command = [sys.executable, "-m", "bench.stripe"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as process:
        yield process.stdout.readline().strip()
        process.stdin.close()


def main() -> None:
    from wagtail_campaign.offline_stripe.server import Server

    with Server() as server:
        print(server.address, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
