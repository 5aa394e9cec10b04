"""What donors see and do under ``/campaign/me/``: how they are named, being forgotten (``donor``),
changing, pausing and ending what recurs, and why (``reasons``), all gifts of a year to print, and
their data to take along. ``acts``, beside this folder, puts it on the pages that all slices share.
"""
