"""Updates as an Atom feed, for those who would rather not leave an address."""

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from ..actions.sites import absolute, page_address


def answer(page, list_path: str, updates) -> HttpResponse:
    """The feed of some updates on a page; ``list_path`` is where they are listed."""
    feed = Atom1Feed(
        title=_("Updates: %(title)s") % {"title": page.title},
        link=absolute(page, list_path),
        description="",
        language=page.locale.language_code,
        feed_url=absolute(page, f"{list_path}feed/"),
        feed_guid=f"urn:uuid:{page.action_key}:{page.locale.language_code}",
    )
    for update in updates:
        feed.add_item(
            title=update.title,
            link=page_address(update),
            description=update.intro,
            unique_id=f"urn:uuid:{update.translation_key}:{page.locale.language_code}",
            pubdate=update.first_published_at,
            updateddate=update.last_published_at,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response
