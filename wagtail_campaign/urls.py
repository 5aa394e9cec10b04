"""The package's addresses: ``path("campaign/", include("wagtail_campaign.urls"))``."""

from django.urls import include, path

from .actions import views as actions
from .petitions import views as petitions
from .sharing import views as sharing
from .supporters import views as supporters

app_name = "wagtail_campaign"

urlpatterns = [
    path("petitions/<int:page_id>/sign/", petitions.sign, name="petition_sign"),
    path(
        "petitions/<int:page_id>/check-your-mail/",
        petitions.check_mail,
        name="petition_check_mail",
    ),
    path("petitions/<int:page_id>/thanks/", petitions.thanks, name="petition_thanks"),
    path("confirm/<str:token>/", supporters.confirm, name="confirm"),
    path("disown/<str:token>/", supporters.disown, name="disown"),
    path("tallies/<uuid:key>.json", actions.tally, name="tally"),
    path("qr/<int:page_id>.svg", sharing.qr, name="qr"),
    path("me/", include("wagtail_campaign.supporters.me.urls")),
]
