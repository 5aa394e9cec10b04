"""The admin of donations: a file for each page."""
