"""The suite on the versions that a site may have.

``nox`` runs the oldest and the newest of them, ``nox -s tests`` all whose Python is there,
``nox -s oldest -- -k tally`` hands something to pytest. ``DATABASE_URL`` chooses the database.
"""

import configparser
import os

import nox

nox.needs_version = ">=2025.2"
nox.options.sessions = ["oldest", "newest"]
nox.options.error_on_missing_interpreters = True

# Python, Wagtail, Django. Django 6 needs Python 3.12; Wagtail 7.4 is the long-term release.
CELLS = [
    ("3.11", "7.4", "5.2"),
    ("3.11", "8.0", "5.2"),
    ("3.12", "8.0", "5.2"),
    ("3.12", "8.0", "6.0"),
    ("3.12", "8.0", "6.1"),
    ("3.13", "8.0", "6.0"),
    ("3.13", "8.0", "6.1"),
]


def floors():
    """The lowest version of everything that setup.cfg asks for, as pip wants it."""
    config = configparser.ConfigParser()
    config.read("setup.cfg")
    lines = config["options"]["install_requires"].split()
    return [line.replace(">=", "==") for line in lines]


def run_suite(session, *versions):
    """Install the package with these versions of what it needs, and run the tests on them."""
    pyproject = nox.project.load_toml("pyproject.toml")
    tools = nox.project.dependency_groups(pyproject, "test")
    if os.environ.get("DATABASE_URL", "").startswith("mysql"):
        tools += nox.project.dependency_groups(pyproject, "mariadb")
    session.install("--quiet", "--editable", ".", *versions, *tools)
    schemas = nox.project.dependency_groups(pyproject, "schemas")
    session.install("--quiet", "--no-deps", *schemas)
    session.run("python", "-c", "import wagtail; print('Wagtail', wagtail.__version__)")
    suite = ["pytest", "-m", "not browser", "-n", "auto", *session.posargs]
    session.run("python", "-m", *suite)


@nox.session
@nox.parametrize("python,wagtail,django", CELLS, ids=["-".join(cell) for cell in CELLS])
def tests(session, wagtail, django):
    """Every cell of the matrix, each with the last fixes of its versions."""
    run_suite(session, f"wagtail~={wagtail}.0", f"Django~={django}.0")


@nox.session(python=CELLS[0][0])
def oldest(session):
    """The floors of setup.cfg, exactly."""
    run_suite(session, *floors())


@nox.session(python=CELLS[-1][0])
def newest(session):
    """The last release of everything."""
    run_suite(session)
