"""Updates as an Atom feed, for those who would rather not leave an address."""

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from ..actions.sites import absolute, page_address
from ..supporters.cleaning import clean_line, clean_text


def answer(page, list_path: str, updates) -> HttpResponse:
    """The feed of some updates on a page; ``list_path`` is where they are listed.

    XML forbids control characters, which editors paste into titles unseen.
    """
    feed = Atom1Feed(
        title=_("Updates: %(title)s") % {"title": clean_line(page.title)},
        link=absolute(page, list_path),
        description="",
        language=page.locale.language_code,
        feed_url=absolute(page, f"{list_path}feed/"),
        feed_guid=f"urn:uuid:{page.action_key}:{page.locale.language_code}",
    )
    for update in updates:
        feed.add_item(
            title=clean_line(update.title),
            link=page_address(update),
            description=clean_text(update.intro),
            unique_id=f"urn:uuid:{update.translation_key}:{page.locale.language_code}",
            pubdate=update.first_published_at,
            updateddate=update.last_published_at,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response
