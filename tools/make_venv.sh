#!/bin/sh
# Make the virtual environment $1 with $PYTHON, or with the first Python >= 3.11 that can.
set -eu
venv=$1

usable() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

if [ -n "${PYTHON:-}" ]; then
    if ! usable "$PYTHON"; then
        echo "PYTHON=$PYTHON is not a Python 3.11 or newer." >&2
        exit 1
    fi
    candidates=$PYTHON
else
    candidates="python3 python3.13 python3.12 python3.11 python3.14 python"
fi

old_or_none=yes
for python in $candidates; do
    usable "$python" || continue
    old_or_none=no
    # Debian and Ubuntu ship Python without these two unless python3-venv is installed.
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || continue
    echo "Making $venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
    # Older ones don't know `pip install --group`.
    "$venv/bin/python" -m pip install -qq --upgrade "pip>=25.1"
    exit 0
done

if [ $old_or_none = yes ]; then
    echo "No Python 3.11 or newer was found. If there is one, name it: make PYTHON=/path/to/python3" >&2
else
    echo "Python is there, but not its module venv. On Debian and Ubuntu: apt install python3-venv" >&2
fi
exit 1
