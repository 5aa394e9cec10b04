"""What Lighthouse says of the demo: five pages in three languages, on its mobile profile.

``make demo`` has to run. Lighthouse comes from npm, into build/lighthouse or ``LIGHTHOUSE``; it
needs Node and a Chromium (``CHROME_PATH``). Give the address of the demo if it isn't the usual
one, and parts of paths for some pages only: ``tools/lighthouse.py http://localhost:9000 /ru/``
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(os.environ.get("LIGHTHOUSE", ROOT / "build" / "lighthouse"))
# The last that runs on Node 20.
PACKAGE = "lighthouse@12.2.3"
PATHS = ["", "articles/forty-minutes/", "petition/", "urgent-action/", "donate/"]
LANGUAGES = ["en", "ru", "kk"]
WANTED = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 98}
# A machine that does something else meanwhile makes pages slow: the best of so many counts.
TRIES = 3


def main():
    given = sys.argv[1:]
    address = "http://localhost:8000"
    if given and given[0].startswith("http"):
        address = given.pop(0).rstrip("/")
    install()
    pages = [f"/{language}/{path}" for language in LANGUAGES for path in PATHS]
    chosen = [page for page in pages if not given or any(part in page for part in given)]
    failed = [page for page in chosen if not look_at(address, page)]
    if failed:
        sys.exit(f"Below what is wanted: {', '.join(failed)}")


def install():
    """Lighthouse, where it isn't there yet."""
    if not shutil.which("npm"):
        sys.exit("npm is missing: apt install npm, or nodejs.org")
    if not (FOLDER / "node_modules" / "lighthouse").exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / "package.json").write_text("{}")
        command = ["npm", "install", "--no-audit", "--no-fund", "--save-exact", PACKAGE]
        subprocess.run(command, cwd=FOLDER, check=True)


def look_at(address: str, page: str) -> bool:
    """Prints the scores of a page, and what keeps it from more; whether they are good enough."""
    # The first visit makes the pictures.
    best = {}
    for _ in range(TRIES):
        report = run(address + page)
        if report is None:
            continue
        scores = {name: round(100 * report["categories"][name]["score"]) for name in WANTED}
        if not best or scores["performance"] > best["scores"]["performance"]:
            best = {"scores": scores, "report": report}
        if all(scores[name] >= wanted for name, wanted in WANTED.items()):
            break
    if not best:
        return False
    scores, audits = best["scores"], best["report"]["audits"]
    said = "  ".join(f"{name} {scores[name]:>3}" for name in WANTED)
    times = ("first-contentful-paint", "largest-contentful-paint", "cumulative-layout-shift")
    print(f"{page:<32}{said}  {'  '.join(audits[name]['displayValue'] for name in times)}")
    good = all(scores[name] >= wanted for name, wanted in WANTED.items())
    if not good:
        for name, audit in audits.items():
            if audit["score"] is not None and audit["score"] < 0.9:
                print(f"    {name}: {audit['title']} {audit.get('displayValue', '')}")
    return good


def run(url: str) -> dict | None:
    """One report, as Lighthouse gives it; None if Chromium didn't come up, or went away."""
    command = [
        FOLDER / "node_modules" / ".bin" / "lighthouse",
        url,
        "--quiet",
        "--output=json",
        "--chrome-flags=--headless --no-sandbox",
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        print(f"    {url}: {done.stderr.strip().rpartition(chr(10))[2]}")
        return None
    return json.loads(done.stdout)


if __name__ == "__main__":
    main()
