"""The package's addresses: ``path("campaign/", include("wagtail_campaign.urls"))``."""

from django.urls import include, path, register_converter
from django.urls.converters import IntConverter

from .actions import views as actions
from .petitions import views as petitions
from .sharing import views as sharing
from .supporters import views as supporters
from .updates import views as updates


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
    path("confirm/<str:token>/", supporters.confirm, name="confirm"),
    path("disown/<str:token>/", supporters.disown, name="disown"),
    path("unsubscribe/<str:token>/", supporters.unsubscribe, name="unsubscribe"),
    path("tallies/<uuid:key>.json", actions.tally, name="tally"),
    path("qr/<campaign_page:page_id>.svg", sharing.qr, name="qr"),
    path("updates/<campaign_page:page_id>/", updates.index, name="updates"),
    path("updates/<campaign_page:page_id>/feed/", updates.atom, name="updates_feed"),
    path("me/", include("wagtail_campaign.supporters.me.urls")),
]
