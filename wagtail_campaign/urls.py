"""The package's addresses: ``path("campaign/", include("wagtail_campaign.urls"))``."""

from django.urls import include, path, register_converter
from django.urls.converters import IntConverter, StringConverter

from .actions import views as actions
from .donations import views as donations
from .donations.me import views as donors
from .donations.syncing import webhook as stripe
from .embeds import views as embeds
from .osdi import views as osdi
from .petitions import views as petitions
from .sharing import views as sharing
from .sponsors import me_views as my_sponsors
from .sponsors import views as sponsors
from .sponsors.states import Kind
from .supporters import views as supporters
from .updates import views as updates
from .urgent_actions import feed as urgent_feed
from .urgent_actions import views as letters
from .urgent_actions.alerts import views as alerts


class PageId(IntConverter):
    """An id that fits into a column of the database."""

    regex = "[0-9]{1,18}"


class SponsorKind(StringConverter):
    """Who lends a name."""

    regex = "|".join(Kind.values)


register_converter(PageId, "campaign_page")
register_converter(SponsorKind, "campaign_sponsor")

app_name = "wagtail_campaign"

urlpatterns = [
    path("petitions/<campaign_page:page_id>/sign/", petitions.sign, name="petition_sign"),
    path(
        "petitions/<campaign_page:page_id>/check-your-mail/",
        petitions.check_mail,
        name="petition_check_mail",
    ),
    path("petitions/<campaign_page:page_id>/thanks/", petitions.thanks, name="petition_thanks"),
    # Early, as Django tries one address after the other.
    path("api/v1/", include("wagtail_campaign.api")),
    path("donations/<campaign_page:page_id>/give/", donations.give, name="donation_give"),
    path(
        "donations/<campaign_page:page_id>/check-your-mail/",
        donations.check_mail,
        name="donation_check_mail",
    ),
    path("gift/<str:token>/", donations.gift, name="gift"),
    path("gift/<str:token>/pay/", donations.pay, name="gift_pay"),
    path("gift/<str:token>/print/", donations.gift_print, name="gift_print"),
    path("stripe/webhook/", stripe.webhook, name="stripe_webhook"),
    path("urgent-actions.json", urgent_feed.as_json, name="urgent_actions_json"),
    path("urgent-actions.atom", urgent_feed.as_atom, name="urgent_actions_atom"),
    path("urgent-actions/<campaign_page:page_id>/find/", letters.find, name="letter_find"),
    path("urgent-actions/<campaign_page:page_id>/write/", letters.write, name="letter_write"),
    path("urgent-actions/<campaign_page:page_id>/letters/", letters.wall, name="letter_wall"),
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
    path(
        "sponsors/<campaign_page:page_id>/join/<campaign_sponsor:kind>/",
        sponsors.join,
        name="sponsor_join",
    ),
    path(
        "sponsors/<campaign_page:page_id>/check-your-mail/",
        sponsors.check_mail,
        name="sponsor_check_mail",
    ),
    path("sponsors/<campaign_page:page_id>/thanks/", sponsors.thanks, name="sponsor_thanks"),
    path("confirm/<str:token>/", supporters.confirm, name="confirm"),
    path("disown/<str:token>/", supporters.disown, name="disown"),
    path("unsubscribe/<str:token>/", supporters.unsubscribe, name="unsubscribe"),
    path("tallies/<uuid:key>.json", actions.tally, name="tally"),
    path("embed/<campaign_page:page_id>/", embeds.embed, name="embed"),
    path("oembed/", embeds.oembed, name="oembed"),
    path("qr/<campaign_page:page_id>.svg", sharing.qr, name="qr"),
    path("updates/<campaign_page:page_id>/", updates.index, name="updates"),
    path("updates/<campaign_page:page_id>/feed/", updates.atom, name="updates_feed"),
    path("me/gifts/<int:year>/", donors.yearly, name="me_statement"),
    path("me/recurring/<campaign_page:pk>/end/", donors.end, name="me_recurring_end"),
    path("me/recurring/<campaign_page:pk>/change/", donors.change, name="me_recurring_change"),
    path("me/recurring/<campaign_page:pk>/back/", donors.back, name="me_recurring_back"),
    path("me/recurring/<campaign_page:pk>/look/", donors.look, name="me_recurring_look"),
    path("me/recurring/<campaign_page:pk>/<slug:verb>/", donors.do, name="me_recurring_do"),
    path("me/sponsors/<campaign_page:pk>/", my_sponsors.change, name="me_sponsor"),
    path("me/sponsors/<campaign_page:pk>/prove/", my_sponsors.prove, name="me_sponsor_prove"),
    path("me/", include("wagtail_campaign.supporters.me.urls")),
    path("osdi/", osdi.entry, name="osdi"),
    path("osdi/<slug:name>/", osdi.all_of, name="osdi_all"),
    path("osdi/<slug:name>/<campaign_page:pk>/", osdi.one, name="osdi_one"),
]
