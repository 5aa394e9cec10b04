"""The admin of sponsors: a file for each of its pages, and what stands beside Wagtail's own."""
