"""Sends the JSON API of a demo what nobody would think of, with Schemathesis.

::

    make demo PORT=8000 TRUSTED_PROXIES=1     (in another terminal)
    make fuzz PORT=8000

Every answer has to stand in the published document, with its schema, and none may be a 500. The
demo is left with whatever was taken; ``rm -r example_project/var`` makes it anew.
"""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance"
CHECKS += ",response_schema_conformance"
#: Kind of action -> what its operations are below.
FOLDERS = {
    "petition": "petitions",
    "letter": "urgent-actions",
    "donation": "donations",
    "sponsor": "sponsors",
}
#: Another each time, so that the newest mail to it is of this run.
ADDRESS = f"fuzz-{int(time.time())}@example.org"


def main(root: str, *more: str) -> int:
    """Runs it against the demo at ``root``; ``more`` is handed to Schemathesis."""
    api = f"{root}/campaign/api/v1"
    pages = {"actions": []}
    for language in ("en", "ru", "kk"):
        for one in ask(f"{api}/actions?language={language}")["actions"]:
            pages["actions"].append(one["id"])
            pages.setdefault(FOLDERS[one["kind"]], []).append(one["id"])
    for _ in range(3):
        typed = {"first_name": "Fuzz", "last_name": "Y", "email": ADDRESS, "country": "DE"}
        ask(f"{api}/petitions/{pages['petitions'][0]}/sign", typed)
    given = {**typed, "amount_EUR_once": 1000, "currency": "EUR"}
    gift = ask(f"{api}/donations/{pages['donations'][0]}/give", given)["token"]
    ask(f"{api}/me/link", {"email": ADDRESS})
    session = ask(f"{api}/me/session", {"token": mailed(root, "me/link")})["token"]
    tokens = {"gifts": [gift]}
    for purpose in ("confirm", "disown"):
        tokens[purpose] = [mailed(root, purpose)]
    acts = [act["id"] for act in ask(f"{api}/me", session=session)["acts"]]
    known = {"pages": pages, "session": session, "tokens": tokens, "acts": acts}
    command = [str(Path(sys.executable).with_name("schemathesis")), "run", f"{api}/openapi.json"]
    command += ["--checks", CHECKS, "--continue-on-failure", *more]
    tools = Path(__file__).parent
    environment = os.environ | {
        "FUZZ": json.dumps(known),
        "SCHEMATHESIS_HOOKS": "fuzz_hooks",
        "PYTHONPATH": str(tools),
    }
    return subprocess.run(command, env=environment, check=False).returncode


def ask(url: str, body: dict | None = None, session: str = "") -> dict:
    """What the API answers: to a POST where there is a body."""
    request = urllib.request.Request(url, json.dumps(body).encode() if body else None)
    request.add_header("Content-Type", "application/json")
    request.add_header("Authorization", f"Bearer {session}")
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def mailed(root: str, purpose: str) -> str:
    """The token of the newest link for a purpose that the demo mailed to ``ADDRESS``."""
    for _ in range(60):
        with urllib.request.urlopen(f"{root}/demo/inbox/?to={ADDRESS}") as inbox:
            found = re.search(rf"/campaign/{purpose}/([a-z0-9-]+)/", inbox.read().decode())
        if found:
            return found[1]
        time.sleep(1)
    raise SystemExit(f"No link to {purpose} was mailed.")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
