"""The latest articles of one language, as Atom."""

from datetime import UTC, datetime, time

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed

from wagtail_campaign.supporters.cleaning import clean_line, clean_text

MOST = 20


def answer(request, index, articles) -> HttpResponse:
    """The feed of ``articles`` that a page of all articles gives."""
    home = index.get_parent()
    address = index.full_url + index.reverse_subpage("feed")
    # What XML can't hold is left out: an editor may have pasted it.
    feed = Atom1Feed(
        title=clean_line(f"{home.title}: {index.title}"),
        link=index.full_url,
        description="",
        subtitle=clean_text(index.specific.standfirst),
        language=index.locale.language_code,
        feed_url=address,
        feed_guid=address,
    )
    for article in articles:
        day = article.date or article.first_published_at.date()
        feed.add_item(
            title=clean_line(article.title),
            link=article.get_full_url(request),
            description=clean_text(article.standfirst),
            author_name=clean_line(article.by_line) or None,
            unique_id=f"urn:uuid:{article.translation_key}:{index.locale.language_code}",
            categories=[clean_line(article.category.name)] if article.category else [],
            pubdate=datetime.combine(day, time(), UTC),
            updateddate=article.last_published_at,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response
