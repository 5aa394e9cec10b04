#!/bin/sh
# Follow the tutorial with the wheel $1, word for word, in the empty folder $2: from a new environment
# to a page with three blocks, in two languages.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

python3 "$here/follow_tutorial.py" "$1" "$2"
cd "$2/mysite"
../venv/bin/python manage.py makemigrations --check --dry-run
