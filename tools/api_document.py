"""Writes the API's published document, ``tests/headless/openapi.json``, anew.

``tests/headless/test_document.py`` notices any change of it. What was in it stays within a version
(docs/reference/api.md); what comes is told in CHANGELOG.md.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402

django.setup()

from tests.headless.test_document import PUBLISHED, written  # noqa: E402

PUBLISHED.write_text(written())
print(f"Written: {PUBLISHED.relative_to(ROOT)}")
