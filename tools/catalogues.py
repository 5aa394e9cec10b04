"""The translation catalogues: bring them up to date, compile them, check them.

``update``   takes the texts of code and templates into the .po files (needs gettext), and compiles
``compile``  writes each .mo from its .po
``check``    fails where a .mo is not its .po, or where a text of the code is in no .po

The .mo files are committed, so that nobody needs gettext to install or to try the package.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ["ru", "kk"]
SOURCES = [ROOT / "wagtail_campaign", ROOT / "example_project"]


def catalogues(source):
    """The .po files of one source folder."""
    return [source / "locale" / code / "LC_MESSAGES" / "django.po" for code in LANGUAGES]


def extract(source):
    """Take the texts of one folder into the catalogues in it, with Django's own command."""
    languages = [word for code in LANGUAGES for word in ("--locale", code)]
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", *languages]
        + ["--add-location", "file", "--no-wrap", "--ignore", "var", "--verbosity", "0"],
        cwd=source,
        check=True,
    )


def keys(path):
    """What identifies each text in use in a .po: context, singular and plural."""
    entries = polib.pofile(path) if path.exists() else []
    return {(e.msgctxt, e.msgid, e.msgid_plural) for e in entries if not e.obsolete}


def texts(entries):
    """Each text with its translation, in a shape that .po and .mo share."""
    return {
        (entry.msgctxt, entry.msgid): entry.msgstr or tuple(sorted(entry.msgstr_plural.items()))
        for entry in entries
    }


def update():
    for source in SOURCES:
        (source / "locale").mkdir(exist_ok=True)
        extract(source)
    compile_all()


def compile_all():
    for source in SOURCES:
        for path in catalogues(source):
            polib.pofile(path).save_as_mofile(path.with_suffix(".mo"))


def check():
    """Print what is wrong; exit with 1 if anything is."""
    wrong = [line for source in SOURCES for line in check_compiled(source)]
    if shutil.which("xgettext"):
        wrong += [line for source in SOURCES for line in check_extracted(source)]
    else:
        print("gettext is not installed: not checked whether the catalogues hold every text")
    if wrong:
        sys.exit("\n".join(wrong))


def check_compiled(source):
    for path in catalogues(source):
        name = path.relative_to(ROOT)
        compiled = path.with_suffix(".mo")
        if not path.exists() or not compiled.exists():
            yield f"{name} or its .mo is missing: run make messages"
        elif texts(polib.pofile(path).translated_entries()) != texts(polib.mofile(compiled)):
            yield f"{name} and its .mo differ: run python tools/catalogues.py compile"


def check_extracted(source):
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / source.name
        shutil.copytree(source, copy, ignore=shutil.ignore_patterns("var", "__pycache__"))
        (copy / "locale").mkdir(exist_ok=True)
        extract(copy)
        for path, fresh in zip(catalogues(source), catalogues(copy), strict=True):
            before, now = keys(path), keys(fresh)
            for _context, text, _plural in sorted(now - before, key=str):
                yield f"{path.relative_to(ROOT)} lacks {text!r}: run make messages"
            for _context, text, _plural in sorted(before - now, key=str):
                yield f"{path.relative_to(ROOT)} keeps {text!r}, which nothing uses"


if __name__ == "__main__":
    commands = {"update": update, "compile": compile_all, "check": check}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]]()
