"""Check that a wheel, given by its path, holds the whole package and nothing else."""

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "wagtail_campaign"

# A wheel that has none of these can't be right, whatever the working tree holds.
EXPECTED = [
    "__init__.py",
    "migrations/0001_initial.py",
    "pages/migrations/0001_initial.py",
    "templates/wagtail_campaign/base.html",
    "static/wagtail_campaign/campaign.css",
    "static/wagtail_campaign/campaign.js",
    "locale/ru/LC_MESSAGES/django.mo",
    "locale/kk/LC_MESSAGES/django.mo",
]


def main(wheel):
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    there = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / PACKAGE).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    wrong = [f"missing: {name}" for name in sorted(there - packed)]
    wrong += [f"should not be there: {name}" for name in sorted(packed - there)]
    wrong += [
        f"missing: {PACKAGE}/{name}" for name in EXPECTED if f"{PACKAGE}/{name}" not in packed
    ]
    if wrong:
        sys.exit("\n".join([f"{wheel}:", *wrong]))
    print(f"{Path(wheel).name}: {len(packed)} files, all of the package and nothing else")


if __name__ == "__main__":
    main(sys.argv[1])
