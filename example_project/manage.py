#!/usr/bin/env python
"""Django's command line for the example site; run it from anywhere."""

import os
import sys
from pathlib import Path

# The example is the package ``example_project`` at the root of the repository: with its own folder
# on the path as well, its modules could be imported twice under two names.
sys.path[0] = str(Path(__file__).resolve().parent.parent)


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_project.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
