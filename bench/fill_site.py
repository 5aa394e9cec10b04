"""``python -m bench.fill_site``: a million signatures in a site of your own, to try it out by hand.

``DJANGO_SETTINGS_MODULE`` and ``DATABASE_URL`` say in which: the example site, unless they say
otherwise, on PostgreSQL. The petition is the oldest one that has a live page, or ``--petition``;
its signatures are added to those that are there. See fill.py for what they look like. Don't do
this to a database that you want to keep.
"""

import argparse
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "example_project.settings")

SIGNATURES = 1_000_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.fill_site", description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=SIGNATURES, help="how many")
    parser.add_argument("--petition", type=int, help="the id of the petition; default: the oldest")
    options = parser.parse_args()

    import django

    django.setup()
    from django.db import connection

    from wagtail_campaign.petitions import breakdown

    from . import fill

    if connection.vendor != "postgresql":
        print("Only PostgreSQL is filled: say by DATABASE_URL where it is.", file=sys.stderr)
        return 2
    petition, pages = find(options.petition)
    if petition is None:
        print("There is no such petition with a live page.", file=sys.stderr)
        return 2
    fill.fill(petition, pages, options.number)
    breakdown.count_anew(petition)
    print(f"{options.number:,} signatures more under petition {petition.pk}: {', '.join(pages)}")
    return 0


def find(pk: int | None):
    """The petition, and the ids of its live pages by language; (None, {}) where there is none."""
    from wagtail.models import Page

    from wagtail_campaign.petitions.models import Petition

    petitions = Petition.objects.order_by("pk")
    for petition in petitions.filter(pk=pk) if pk else petitions:
        pages = Page.objects.live().filter(translation_key=petition.key)
        pages = dict(pages.values_list("locale__language_code", "pk"))
        if pages:
            return petition, pages
    return None, {}


if __name__ == "__main__":
    sys.exit(main())
