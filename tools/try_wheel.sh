#!/bin/sh
# Install the wheel $1 in a new environment, put it into a new site in the folder $2 with the lines
# of the README, and sign a petition there.
set -eu
wheel=$(realpath "$1")
site=$2
here=$(cd "$(dirname "$0")" && pwd)

mkdir -p "$site"
python3 -m venv "$site/venv"
"$site/venv/bin/python" -m pip install -qq "$wheel"
"$site/venv/bin/wagtail" start mysite "$site" >/dev/null
cd "$site"

cat >>mysite/settings/base.py <<'EOF'

INSTALLED_APPS += ["wagtail_campaign", "wagtail_campaign.pages"]
EOF
cat >>mysite/urls.py <<'EOF'

urlpatterns = [path("campaign/", include("wagtail_campaign.urls")), *urlpatterns]
EOF

venv/bin/python manage.py migrate --verbosity 0
venv/bin/python manage.py check
venv/bin/python manage.py makemigrations --check --dry-run wagtail_campaign wagtail_campaign_pages
venv/bin/python manage.py shell --verbosity 0 <"$here/first_signature.py"
