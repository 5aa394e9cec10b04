"""The admin of a second little site, with ATOMIC_REQUESTS and users of its own: see tests/site."""

import os
import subprocess
import sys


def test_the_admin_of_another_site_works():
    """In a process of its own, as the settings of a site can't be changed in a running one."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    outcome = subprocess.run(
        [*command, "--noconftest", "--ds=tests.site.settings", "tests/site/admin_flow.py"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.site.settings"},
        capture_output=True,
        text=True,
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
