"""What editors do with updates, in a word each."""

from django.test import TestCase

from wagtail_campaign.mailing import broadcasts
from wagtail_campaign.pages.models import UpdatePage
from wagtail_campaign.updates.emails import UpdateMail


def post(page, title, **more) -> UpdatePage:
    """A published update under a petition's page."""
    update = UpdatePage(
        title=title, intro=f"{title}, in two sentences.", live=False, locale=page.locale, **more
    )
    page.refresh_from_db()
    page.add_child(instance=update)
    with TestCase.captureOnCommitCallbacks(execute=True):
        update.save_revision().publish()
    return UpdatePage.objects.get(pk=update.pk)


def mailed(update):
    """The broadcast of an update, planned; None where there is one already."""
    planned = broadcasts.start(UpdateMail().find(update.pk), UpdateMail.name, None)
    return next(iter(planned), None)
