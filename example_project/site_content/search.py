"""Looking for words on the pages of one language, with Wagtail's search in the database."""

import re

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from wagtail_campaign.supporters.cleaning import clean_line

A_PAGE = 10
# Longer ones are nobody's.
MOST_LETTERS = 100


@require_safe
def search(request):
    """``?q=words&page=2``: the pages that have all the words, the best first."""
    words = clean_line(request.GET.get("q", ""))[:MOST_LETTERS]
    # Signs are no words, and some of them are commands to a database.
    wanted = " ".join(re.findall(r"\w+", words))
    found = None
    if wanted:
        pages = Page.objects.live().public().filter(locale=Locale.get_active())
        results = pages.filter(depth__gt=1).search(wanted, operator="and")
        found = Paginator(results, A_PAGE).get_page(request.GET.get("page"))
        found.object_list = [page.specific for page in found.object_list]
    context = {"words": words if wanted else "", "found": found}
    return render(request, "site_content/search.html", context)
