"""How the documentation is built: Markdown, no request to any other site, also for the reader."""

import configparser
import logging
from pathlib import Path

metadata = configparser.ConfigParser()
metadata.read(Path(__file__).parent.parent / "setup.cfg")

project = "wagtail_campaign"
author = metadata["metadata"]["author"]
project_copyright = f"2026, {author}"
release = version = metadata["metadata"]["version"]

# A section without a page yet is left out of the menu; Sphinx has no setting for that.
logging.getLogger("sphinx.sphinx.directives.other").addFilter(
    lambda record: not str(record.msg).startswith("toctree glob pattern")
)

extensions = ["myst_parser"]
myst_heading_anchors = 3
# Links to files of the repository, outside docs/, are for those who read there.
suppress_warnings = ["myst.xref_missing"]

html_theme = "furo"
html_title = f"wagtail_campaign {release}"
html_copy_source = False
html_show_sourcelink = False
