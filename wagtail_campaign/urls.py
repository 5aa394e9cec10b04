"""The package's addresses: ``path("campaign/", include("wagtail_campaign.urls"))``."""

from django.urls import include, path, register_converter
from django.urls.converters import IntConverter

from .actions import views as actions
from .petitions import views as petitions
from .sharing import views as sharing
from .supporters import views as supporters
from .updates import views as updates
from .urgent_actions import alert_views as alerts
from .urgent_actions import feed as urgent_feed
from .urgent_actions import views as letters


class PageId(IntConverter):
    """An id that fits into a column of the database."""

    regex = "[0-9]{1,18}"


register_converter(PageId, "campaign_page")

app_name = "wagtail_campaign"

urlpatterns = [
    path("petitions/<campaign_page:page_id>/sign/", petitions.sign, name="petition_sign"),
    path(
        "petitions/<campaign_page:page_id>/check-your-mail/",
        petitions.check_mail,
        name="petition_check_mail",
    ),
    path("petitions/<campaign_page:page_id>/thanks/", petitions.thanks, name="petition_thanks"),
    path("urgent-actions.json", urgent_feed.as_json, name="urgent_actions_json"),
    path("urgent-actions.atom", urgent_feed.as_atom, name="urgent_actions_atom"),
    path("urgent-actions/<campaign_page:page_id>/find/", letters.find, name="letter_find"),
    path("urgent-actions/<campaign_page:page_id>/write/", letters.write, name="letter_write"),
    path("urgent-actions/<campaign_page:page_id>/sent/", letters.log, name="letter_log"),
    path(
        "urgent-actions/<campaign_page:page_id>/check-your-mail/",
        letters.check_mail,
        name="letter_check_mail",
    ),
    path("urgent-actions/<campaign_page:page_id>/thanks/", letters.thanks, name="letter_thanks"),
    path("alerts/<campaign_page:page_id>/", alerts.subscribe, name="alert"),
    path(
        "alerts/<campaign_page:page_id>/check-your-mail/",
        alerts.check_mail,
        name="alert_check_mail",
    ),
    path("alerts/<campaign_page:page_id>/thanks/", alerts.thanks, name="alert_thanks"),
    path("confirm/<str:token>/", supporters.confirm, name="confirm"),
    path("disown/<str:token>/", supporters.disown, name="disown"),
    path("unsubscribe/<str:token>/", supporters.unsubscribe, name="unsubscribe"),
    path("tallies/<uuid:key>.json", actions.tally, name="tally"),
    path("qr/<campaign_page:page_id>.svg", sharing.qr, name="qr"),
    path("updates/<campaign_page:page_id>/", updates.index, name="updates"),
    path("updates/<campaign_page:page_id>/feed/", updates.atom, name="updates_feed"),
    path("me/", include("wagtail_campaign.supporters.me.urls")),
]
