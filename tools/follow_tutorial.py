"""Do what docs/tutorial/first-petition.md says, word for word: its commands and files as they stand
there, and the numbered steps in the admin by ``tutorial_steps.py``, section by section.

    python tools/follow_tutorial.py dist/wagtail_campaign-….whl /tmp/somewhere-empty

What is not done: typing a password, and serving the site for the browser.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ME = Path(__file__).resolve()
TUTORIAL = ME.parents[1] / "docs" / "tutorial" / "first-petition.md"
STEPS = ME.with_name("tutorial_steps.py")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
#: The first line of a file's block says which one it is, and where in it the block belongs.
FILE = re.compile(r"(?:# |\{# )(?P<path>[\w/.]+), (?P<where>.+?)(?: #\})?\n")
DONE_OTHERWISE = {
    "pip install path/to/your/clone": 'pip install -q "$WHEEL"',
    "python manage.py createsuperuser": "python manage.py createsuperuser --noinput",
    "python manage.py runserver": "python manage.py check --database default --fail-level ERROR",
}
ENVIRONMENT = {
    "DJANGO_SUPERUSER_USERNAME": "editor",
    "DJANGO_SUPERUSER_PASSWORD": "editor",
    "DJANGO_SUPERUSER_EMAIL": "editor@example.org",
}


def main(wheel: str, folder: str) -> None:
    """Does all of it in an empty folder; ends as the shell does that does it."""
    root = Path(folder).resolve()
    root.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, **ENVIRONMENT, "WHEEL": str(Path(wheel).resolve())}
    commands = ["bash", "-e", "-c", "".join(script())]
    done = subprocess.run(commands, cwd=root, env=environment, check=False)
    sys.exit(done.returncode)


def script():
    """The tutorial as lines for the shell, in its order."""
    _before, *sections = re.split(r"^## ", TUTORIAL.read_text(), flags=re.M)
    for section in sections:
        heading = section.partition("\n")[0]
        yield f"echo {quoted(f'--- {heading}')}\n"
        for found in re.finditer(f"{FENCE.pattern}|^1\\. ", section, re.M | re.S):
            if found[1]:
                yield as_shell(found[1], found[2])
            else:
                yield f"python {quoted(str(STEPS))} {quoted(heading)}\n"


def as_shell(kind: str, content: str) -> str:
    """A block of the tutorial, as lines for the shell in which all of them are done."""
    if kind == "sh":
        return "".join(f"{DONE_OTHERWISE.get(line, line)}\n" for line in content.splitlines())
    found = FILE.match(content)
    if not found:
        raise SystemExit(f"Which file is this, and where in it?\n{content}")
    how = [found["path"], found["where"], content[found.end() :]]
    return f"python {quoted(str(ME))} --write {' '.join(map(quoted, how))}\n"


def quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def write(path: str, where: str, content: str) -> None:
    """Puts a block into its file."""
    file = Path(path)
    if where == "at the end":
        file.write_text(f"{file.read_text()}\n{content}")
    elif where in {"a new file", "in place of all that is there"}:
        if file.exists() == (where == "a new file"):
            raise SystemExit(f"{path}: {where}?")
        file.write_text(content)
    elif line := re.fullmatch("instead of the line (.+)", where):
        replace(file, line[1], content.strip())
    elif start := re.fullmatch('instead of the last "(.+)…(.+)"', where):
        block = re.compile(f"{re.escape(start[1])}.*?^{re.escape(start[2])}", re.M | re.S)
        *_, last = block.finditer(file.read_text())
        replace(file, last[0], content)
    else:
        raise SystemExit(f"Where in {path} is “{where}”?")


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    if text.count(old) != 1:
        raise SystemExit(f"{file} has {text.count(old)} times: {old}")
    file.write_text(text.replace(old, new))


if __name__ == "__main__":
    if sys.argv[1] == "--write":
        write(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
