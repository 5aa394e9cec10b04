"""The campaign's records for other programs of its own, in the shape of OSDI (Open Supporter Data
Interface 1.2, https://opensupporter.github.io/osdi-docs/): read only, HAL with links and pages.

Only people leave the site who agreed to news of the campaign and have not taken that back; and of
what was done here, only what they did. Each slice says in its ``osdi.py`` what it has to show.
"""
