"""A second little site with page types and users of its own: see ``tests/site``."""

import os
import subprocess
import sys

FLOWS = ["tests/site/flow.py", "tests/site/admin_flow.py"]


def test_a_site_with_its_own_page_type_and_users_needs_nothing_else():
    """In a process of its own, as the settings of a site can't be changed in a running one."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    outcome = subprocess.run(
        [*command, "--noconftest", "--ds=tests.site.settings", *FLOWS],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.site.settings"},
        capture_output=True,
        text=True,
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
